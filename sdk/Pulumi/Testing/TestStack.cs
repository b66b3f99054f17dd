namespace Pulumi.Testing;

/// <summary>The stack around a test whose program is a function; it is not in the test's result.</summary>
internal sealed class TestStack : Stack;
