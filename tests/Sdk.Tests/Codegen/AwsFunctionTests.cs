using System.Collections.Immutable;
using Pulumi.Utilities;
using Aws = Pulumi.Aws;

namespace Sdk.Tests.Codegen;

[Collection(Programs.AreSerial)]
public sealed class AwsFunctionTests
{
    private static readonly ImmutableDictionary<string, object> Identity = ImmutableDictionary<string, object>.Empty
        .Add("accountId", "123456789012")
        .Add("arn", "arn:aws:iam::123456789012:root")
        .Add("id", "123456789012")
        .Add("userId", "123456789012");

    [Fact]
    public async Task The_identity_of_the_caller_is_asked_for_by_its_token()
    {
        var account = "";
        var call = await Recorder.CallOfAsync(
            Identity, async () => account = (await Aws.GetCallerIdentity.InvokeAsync()).AccountId);

        Assert.Equal("aws:index/getCallerIdentity:getCallerIdentity", call.Token);
        Assert.Equal("123456789012", account);
    }

    [Fact]
    public async Task A_result_can_be_an_output()
    {
        var arn = "";
        await Recorder.CallOfAsync(
            Identity, async () => arn = (await OutputUtilities.GetValueAsync(Aws.GetCallerIdentity.Invoke())).Arn);

        Assert.Equal("arn:aws:iam::123456789012:root", arn);
    }

    [Fact]
    public async Task A_policy_document_is_asked_for_with_its_statements()
    {
        var answer = ImmutableDictionary<string, object>.Empty
            .Add("id", "1")
            .Add("json", "{}")
            .Add("minifiedJson", "{}");
        var json = "";
        var call = await Recorder.CallOfAsync(answer, async () => json = await JsonOfAsync(new()
        {
            Statements =
            {
                new Aws.Iam.Inputs.GetPolicyDocumentStatementInputArgs
                {
                    Effect = "Deny",
                    Actions = { "s3:BypassGovernanceRetention" },
                    Resources = { "*" },
                },
            },
        }));

        var statement = Assert.IsType<ImmutableDictionary<string, object>>(
            Assert.Single(Assert.IsType<ImmutableArray<object>>(call.Args["statements"])));
        Assert.Equal(["actions", "effect", "resources"], statement.Keys.Order());
        Assert.Equal("{}", json);
    }

    private static async Task<string> JsonOfAsync(Aws.Iam.GetPolicyDocumentInvokeArgs args) =>
        (await OutputUtilities.GetValueAsync(Aws.Iam.GetPolicyDocument.Invoke(args))).Json;
}
