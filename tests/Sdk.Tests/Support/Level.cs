namespace Sdk.Tests.Support;

public enum Level
{
    Low = 1,
    High = 7,
}
