namespace Infra.Automation.Policies;

/// <summary>Type tokens of the AWS resources that rules ask for.</summary>
internal static class AwsTypes
{
    public const string AccessEntry = "aws:eks/accessEntry:AccessEntry";
    public const string AccessPolicyAssociation = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
    public const string AccountPublicAccessBlock = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
    public const string Addon = "aws:eks/addon:Addon";
    public const string AnomalyMonitor = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
    public const string AnomalySubscription = "aws:costexplorer/anomalySubscription:AnomalySubscription";
    public const string BackupPlan = "aws:backup/plan:Plan";
    public const string BackupSelection = "aws:backup/selection:Selection";
    public const string BackupVault = "aws:backup/vault:Vault";
    public const string BackupVaultLock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
    public const string BackupVaultPolicy = "aws:backup/vaultPolicy:VaultPolicy";
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketAcl = "aws:s3/bucketAcl:BucketAcl";
    public const string BucketEncryption =
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    public const string BucketLifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string BucketLogging = "aws:s3/bucketLogging:BucketLogging";
    public const string BucketObjectLock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
    public const string BucketOwnership = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    public const string BucketPublicAccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    public const string BucketReplication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    public const string BucketVersioning = "aws:s3/bucketVersioning:BucketVersioning";
    public const string Budget = "aws:budgets/budget:Budget";
    public const string Cluster = "aws:eks/cluster:Cluster";
    public const string DatabaseInstance = "aws:rds/instance:Instance";
    public const string DatabaseParameterGroup = "aws:rds/parameterGroup:ParameterGroup";
    public const string DatabaseSubnetGroup = "aws:rds/subnetGroup:SubnetGroup";
    public const string DefaultSecurityGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    public const string DnsFirewallConfig = "aws:route53/resolverFirewallConfig:ResolverFirewallConfig";
    public const string DnsQueryLogAssociation =
        "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";

    public const string EcrRegistryPolicy = "aws:ecr/registryPolicy:RegistryPolicy";
    public const string EcrRepository = "aws:ecr/repository:Repository";
    public const string EcrRepositoryPolicy = "aws:ecr/repositoryPolicy:RepositoryPolicy";
    public const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    public const string EventBusPolicy = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
    public const string EventRule = "aws:cloudwatch/eventRule:EventRule";
    public const string EventTarget = "aws:cloudwatch/eventTarget:EventTarget";
    public const string Firewall = "aws:networkfirewall/firewall:Firewall";
    public const string FirewallLogging = "aws:networkfirewall/loggingConfiguration:LoggingConfiguration";
    public const string FirewallPolicy = "aws:networkfirewall/firewallPolicy:FirewallPolicy";
    public const string FlowLog = "aws:ec2/flowLog:FlowLog";
    public const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    public const string Key = "aws:kms/key:Key";
    public const string KeyPolicy = "aws:kms/keyPolicy:KeyPolicy";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string NatGateway = "aws:ec2/natGateway:NatGateway";
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    public const string OidcProvider = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
    public const string PodIdentityAssociation = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
    public const string Policy = "aws:iam/policy:Policy";
    public const string Provider = "pulumi:providers:aws";
    public const string RemoteBackups =
        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";

    public const string RestoreTestingPlan = "aws:backup/restoreTestingPlan:RestoreTestingPlan";
    public const string RestoreTestingSelection = "aws:backup/restoreTestingSelection:RestoreTestingSelection";
    public const string Role = "aws:iam/role:Role";
    public const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    public const string RolePolicyAttachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    public const string Route = "aws:ec2/route:Route";
    public const string RouteTableAssociation = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    public const string Secret = "aws:secretsmanager/secret:Secret";
    public const string SecretPolicy = "aws:secretsmanager/secretPolicy:SecretPolicy";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    public const string SecurityGroupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string Topic = "aws:sns/topic:Topic";
    public const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";
    public const string Trail = "aws:cloudtrail/trail:Trail";
    public const string Vpc = "aws:ec2/vpc:Vpc";
    public const string VpcEndpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    public const string Zone = "aws:route53/zone:Zone";
}
