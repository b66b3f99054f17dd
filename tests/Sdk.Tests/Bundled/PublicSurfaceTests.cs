using System.Reflection;

namespace Sdk.Tests.Bundled;

public class PublicSurfaceTests
{
    public static TheoryData<string> Assemblies => ["Pulumi", "Pulumi.Automation"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_public_type_and_member_of_the_bundled_SDK_is_one_of_the_genuine_SDK(string assembly)
    {
        var genuine = ApiFile.Read(assembly);

        var invented =
            from type in PublicSurface.Of(Assembly.Load(assembly))
            from line in type.Value.Prepend("")
            let member = ApiFile.Normalize(line)
            let header = ApiFile.Normalize(type.Key)
            where !genuine.TryGetValue(header, out var members) || (member.Length > 0 && !members.Contains(member))
            select $"{header}\n    {member}";

        Assert.Empty(invented);
    }

    [Fact]
    public void Every_public_type_and_member_of_the_genuine_SDK_is_in_the_bundled_one()
    {
        var bundled = PublicSurface.Of(Assembly.Load("Pulumi")).ToDictionary(
            type => ApiFile.Normalize(type.Key), type => type.Value.Select(ApiFile.Normalize).ToHashSet());

        var missing =
            from type in ApiFile.Read("Pulumi")
            from member in type.Value.Prepend("")
            where !bundled.TryGetValue(type.Key, out var members) || (member.Length > 0 && !members.Contains(member))
            select $"{type.Key}\n    {member}";

        Assert.Empty(missing);
    }
}
