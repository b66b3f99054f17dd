using System.Text.Json;
using Tests.Support.Node;

namespace Infra.Tests.Json;

public sealed class SchemaScriptTests
{
    [NodeFact]
    public async Task The_validator_finds_what_is_wrong_and_only_that()
    {
        var schema = JsonElement.Parse(
            """{"type":"object","required":["size"],"properties":{"size":{"type":"integer"}},"additionalProperties":false}""");
        var errors = await new NodeScript("schema.mjs").RunAsync(new
        {
            schema,
            documents = new object[] { new { size = 3 }, new { size = "3", more = 1 }, new { } },
        });
        Assert.Equal(0, errors[0].GetArrayLength());
        Assert.Equal(2, errors[1].GetArrayLength());
        Assert.Contains("required property 'size'", errors[2][0].GetString());
    }
}
