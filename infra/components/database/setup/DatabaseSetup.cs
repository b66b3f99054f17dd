using System.Globalization;
using Infra.Components.Charts;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Workloads;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Database.Setup;

/// <summary>
/// Makes the databases, their roles and the roles' passwords, from inside the VPC: a password is made by Secrets
/// Manager, in a pod's memory for seconds, and nowhere else. Whoever needs the databases depends on this: it is done
/// when its job is. The service account of <see cref="PlatformWorkloads.DatabaseSetup"/> and its role, with <see
/// cref="DatabaseSetupPolicy"/>, must be there before it.
/// </summary>
public sealed class DatabaseSetup : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it runs the job again.</summary>
    public const string TypeToken = "strata:database:DatabaseSetup";

    private const string Scripts = "/scripts";
    private const string Credentials = "/credentials";
    private const string AuthoritiesFile = "rds.pem";
    private const string ObjectName = "database-setup";
    private const int Attempts = 5;
    private const int DeadlineSeconds = 900;

    private static readonly Flows.Workload _workload = PlatformWorkloads.DatabaseSetup;

    /// <summary>Makes the scripts and the job.</summary>
    public DatabaseSetup(string name, DatabaseSetupArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var scripts = new ConfigMap(
            $"{name}-scripts",
            new ConfigMapArgs
            {
                Metadata = Metadata(),
                Data = Files(args),
            },
            new() { Parent = this });
        var job = new Job(
            name,
            new JobArgs { Metadata = Metadata(), Spec = Spec(args) },
            // A job cannot be changed, and its name is taken for as long as it is there.
            new() { Parent = this, DependsOn = { scripts }, DeleteBeforeReplace = true });
        JobName = job.Id.Apply(_ => ObjectName);
        RegisterOutputs();
    }

    /// <summary>Name of the job.</summary>
    [Output("jobName")]
    public Output<string> JobName { get; private set; }

    private static ObjectMetaArgs Metadata()
    {
        var metadata = new ObjectMetaArgs { Name = ObjectName, Namespace = _workload.Namespace };
        foreach (var (key, value) in _workload.Labels)
        {
            metadata.Labels.Add(key, value);
        }

        return metadata;
    }

    private static InputMap<string> Files(DatabaseSetupArgs args)
    {
        var files = new InputMap<string> { { AuthoritiesFile, args.Authorities } };
        foreach (var (name, text) in SetupScripts.All)
        {
            files.Add(name, text);
        }

        return files;
    }

    private static JobSpecArgs Spec(DatabaseSetupArgs args) => new()
    {
        BackoffLimit = Attempts,
        ActiveDeadlineSeconds = DeadlineSeconds,
        Template = new PodTemplateSpecArgs
        {
            Metadata = Metadata(),
            Spec = new PodSpecArgs
            {
                ServiceAccountName = _workload.ServiceAccount,
                AutomountServiceAccountToken = false,
                EnableServiceLinks = false,
                RestartPolicy = "Never",
                SecurityContext = RestrictedPod.Pod(),
                InitContainers =
                {
                    Step("prepare", ImagePins.AwsCli, args),
                    Step("apply", ImagePins.Postgres, args),
                },
                Containers = { Step("promote", ImagePins.AwsCli, args) },
                Volumes =
                {
                    RestrictedPod.Temporary(),
                    RestrictedPod.Memory("credentials", "1Mi"),
                    new VolumeArgs
                    {
                        Name = "scripts",
                        ConfigMap = new ConfigMapVolumeSourceArgs { Name = ObjectName },
                    },
                },
            },
        },
    };

    private static ContainerArgs Step(string step, ImagePin image, DatabaseSetupArgs args) => new()
    {
        Name = step,
        Image = image.In(args.Registry),
        Command = { "sh", $"{Scripts}/{step}.sh" },
        Env =
        {
            Variable("TARGETS", Lines(args)),
            Variable("GENERATION", args.Generation.ToString(CultureInfo.InvariantCulture)),
            Variable("CREDENTIALS", Credentials),
            Variable("SCRIPTS", Scripts),
            Variable("HOME", RestrictedPod.TemporaryFolder),
            Variable("PGPORT", DatabaseDefaults.Port.ToString(CultureInfo.InvariantCulture)),
            Variable("PGUSER", DatabaseDefaults.MasterUser),
            Variable("PGDATABASE", "postgres"),
            Variable("PGSSLMODE", "verify-full"),
            Variable("PGSSLROOTCERT", $"{Scripts}/{AuthoritiesFile}"),
        },
        Resources = RestrictedPod.Resources("50m", "256Mi"),
        SecurityContext = RestrictedPod.Container(),
        VolumeMounts =
        {
            RestrictedPod.TemporaryMount(),
            new VolumeMountArgs { Name = "credentials", MountPath = Credentials },
            new VolumeMountArgs { Name = "scripts", MountPath = Scripts, ReadOnly = true },
        },
    };

    private static Output<string> Lines(DatabaseSetupArgs args) =>
        Output.All(args.Targets.Select(target => target.Line)).Apply(lines => string.Join('\n', lines));

    private static EnvVarArgs Variable(string name, Input<string> value) => new() { Name = name, Value = value };
}
