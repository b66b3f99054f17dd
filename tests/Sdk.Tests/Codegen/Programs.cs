namespace Sdk.Tests.Codegen;

/// <summary>Tests that run a program: one at a time, as the genuine SDK asks for.</summary>
internal static class Programs
{
    public const string AreSerial = "Pulumi programs";
}
