using Evidence.Pipeline;
using Evidence.Pipeline.Vault.S3;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Vault;

public sealed class PartPlanTests
{
    private const int Mebibyte = 1024 * 1024;
    private const int LargestObject = 5 * 1024 * 1024; // 5 TiB, in MiB

    [Fact]
    public void Parts_make_up_the_whole_within_the_formats_limits() =>
        Prop.ForAll(Lengths().ToArbitrary(), length =>
        {
            var plan = PartPlan.For(length);
            return plan.Count <= 10_000
                && plan.PartSize >= 5 * Mebibyte
                && ((plan.Count - 1) * (long)plan.PartSize) + plan.LengthOf(plan.Count) == length
                && plan.LengthOf(plan.Count) > 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(5)]
    [InlineData(80)]
    [InlineData(600)]
    public void Parts_in_memory_stay_within_64_MiB_up_to_600_GiB(long gibibytes)
    {
        var plan = PartPlan.For(gibibytes * 1024 * Mebibyte);

        Assert.True(plan.InFlight * (long)plan.PartSize <= 64 * Mebibyte);
    }

    [Fact]
    public void What_no_store_takes_is_refused() =>
        Assert.Throws<EvidenceException>(() => PartPlan.For(30L * 1024 * 1024 * Mebibyte));

    private static Gen<long> Lengths() =>
        from mebibytes in Gen.Choose(0, LargestObject - 1)
        from bytes in Gen.Choose(1, Mebibyte)
        select ((long)mebibytes * Mebibyte) + bytes;
}
