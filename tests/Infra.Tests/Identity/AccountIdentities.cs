using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Identity;

/// <summary>Everything in an environment's graph that IAM would decide by.</summary>
internal sealed class AccountIdentities
{
    private readonly Dictionary<string, GraphResource> _resources;
    private readonly Dictionary<string, string> _bucketPolicies;
    private readonly Dictionary<string, string> _keyPolicies;

    private AccountIdentities(EnvironmentSettings settings, Graph graph)
    {
        Settings = settings;
        _resources = graph.Layers.SelectMany(layer => layer.Resources).ToDictionary(resource => resource.Urn);
        Roles = [.. Of("aws:iam/role:Role").Select(Role)];
        _bucketPolicies = Of("aws:s3/bucketPolicy:BucketPolicy").ToDictionary(
            policy => Text(policy, "bucket"), policy => Text(policy, "policy"));
        _keyPolicies = Of("aws:kms/key:Key").ToDictionary(ArnOf, key => Text(key, "policy"));
    }

    public static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    /// <summary>The environments that have an account.</summary>
    public static IReadOnlyList<string> Environments =>
        [.. Folder.Names.Where(name => Folder.Read(name).Bootstrap is not null)];

    public EnvironmentSettings Settings { get; }

    public IReadOnlyList<IamRole> Roles { get; }

    public static async Task<AccountIdentities> RenderAsync(string environment)
    {
        var settings = Folder.Read(environment);
        return new(settings, await new Renderer().RenderAsync(settings, null, CancellationToken.None));
    }

    public IamRole Role(string suffix) => Roles.Single(role => role.Name == $"{Settings.Prefix}-{suffix}");

    /// <summary>ARN of a key, by its name in the program.</summary>
    public string KeyArn(string name) =>
        _keyPolicies.Keys.Single(arn => arn.EndsWith($"/{name}", StringComparison.Ordinal));

    /// <summary>
    /// A request that a role makes in the environment's region, over TLS; what is given replaces that.
    /// </summary>
    public IamRequest Request(
        IamRole role, string action, string resource, IReadOnlyDictionary<string, object>? context = null)
    {
        var known = new Dictionary<string, object>
        {
            ["aws:PrincipalArn"] = role.Arn,
            ["aws:PrincipalIsAWSService"] = "false",
            ["aws:RequestedRegion"] = Settings.Region,
            ["aws:SecureTransport"] = "true",
        };
        foreach (var (key, value) in context ?? new Dictionary<string, object>())
        {
            known[key] = value;
        }

        return new(role.Arn, action, resource, Settings.Account, known)
        {
            Identity = role.Policies,
            Boundary = role.Boundary,
            ResourcePolicy = PolicyOf(resource),
        };
    }

    private string? PolicyOf(string resource)
    {
        const string Bucket = "arn:aws:s3:::";
        return resource.StartsWith(Bucket, StringComparison.Ordinal)
            ? _bucketPolicies.GetValueOrDefault(resource[Bucket.Length..].Split('/')[0])
            : _keyPolicies.GetValueOrDefault(resource)
                ?? Roles.FirstOrDefault(role => role.Arn == resource)?.Trust;
    }

    private IamRole Role(GraphResource role)
    {
        var name = Text(role, "name");
        var inline = Of("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => Text(policy, "role") == name)
            .Select(policy => Text(policy, "policy"));
        var attached = Of("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            .Where(attachment => Text(attachment, "role") == name)
            .SelectMany(attachment => Policies(Text(attachment, "policyArn")));
        var boundary = role.Inputs.Member("permissionsBoundary") is null ? null : Text(role, "permissionsBoundary");
        return new(
            name,
            ArnOf(role),
            Text(role, "assumeRolePolicy"),
            [.. inline, .. attached],
            boundary is null ? null : Policies(boundary).Single());
    }

    /// <summary>The text of a policy of the graph; nothing for one that AWS manages, whose text is not here.</summary>
    private IEnumerable<string> Policies(string arn) =>
        Of("aws:iam/policy:Policy").Where(policy => ArnOf(policy) == arn).Select(policy => Text(policy, "policy"));

    private IEnumerable<GraphResource> Of(string type) =>
        _resources.Values.Where(resource => resource.Type == type).OrderBy(r => r.Urn, StringComparer.Ordinal);

    private string Text(GraphResource resource, string input) => Reference.Replace(
        resource.Inputs.Text(input)
            ?? throw new InvalidOperationException($"'{resource.Urn}' has no text '{input}'."),
        reference => reference.Output switch
        {
            "arn" => ArnOf(_resources[reference.Urn]),
            "name" or "bucket" or "id" => Text(_resources[reference.Urn], NameInput(_resources[reference.Urn])),
            var output => $"{_resources[reference.Urn].Name}-{output}",
        });

    private static string NameInput(GraphResource resource) =>
        resource.Type == "aws:s3/bucket:Bucket" ? "bucket" : "name";

    /// <summary>What AWS would call it; its name in the program where AWS makes one up.</summary>
    private string ArnOf(GraphResource resource)
    {
        var account = Settings.Account;
        var path = resource.Inputs.Text("path") ?? "/";
        return resource.Type switch
        {
            "aws:iam/role:Role" => $"arn:aws:iam::{account}:role{path}{Text(resource, "name")}",
            "aws:iam/policy:Policy" => $"arn:aws:iam::{account}:policy{path}{Text(resource, "name")}",
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider" =>
                $"arn:aws:iam::{account}:oidc-provider/{Text(resource, "url")["https://".Length..]}",
            "aws:s3/bucket:Bucket" => $"arn:aws:s3:::{Text(resource, "bucket")}",
            var type => $"arn:aws:{type.Split(':')[1].Split('/')[0]}:{Settings.Region}:{account}:"
                + $"{type.Split('/')[1].Split(':')[0]}/{resource.Name}",
        };
    }
}
