namespace Infra.Components.Cluster.Addons;

/// <summary>The versions of the add-ons, each as EKS names it: <c>v1.21.1-eksbuild.3</c>.</summary>
/// <param name="VpcCni">The VPC CNI, which gives pods their addresses and enforces network policies.</param>
/// <param name="KubeProxy">kube-proxy; its minor version is the cluster's.</param>
/// <param name="PodIdentityAgent">The agent that gives pods AWS credentials.</param>
/// <param name="CoreDns">CoreDNS.</param>
/// <param name="EbsCsiDriver">The EBS CSI driver.</param>
/// <param name="MetricsServer">metrics-server.</param>
public sealed record AddonVersions(
    string VpcCni,
    string KubeProxy,
    string PodIdentityAgent,
    string CoreDns,
    string EbsCsiDriver,
    string MetricsServer);
