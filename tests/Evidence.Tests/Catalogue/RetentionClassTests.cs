using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Vault;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Catalogue;

public sealed class RetentionClassTests
{
    [Fact]
    public void Retention_ends_at_a_midnight_that_is_never_early_and_less_than_a_day_late()
    {
        var moments = ArbMap.Default.ArbFor<DateTime>().Convert(
            d => new DateTimeOffset(
                DateTime.SpecifyKind(new DateTime(Math.Abs(d.Ticks % 3_000_000_000_000_000_000)), DateTimeKind.Utc)),
            d => d.UtcDateTime);
        Prop.ForAll(moments, ArbMap.Default.ArbFor<PositiveInt>(), (now, days) =>
        {
            var kept = new RetentionClass { Name = "x", Mode = LockMode.Compliance, Days = (days.Get % 36_500) + 1 };
            var late = kept.LockFrom(now).RetainUntil - now.AddDays(kept.Days);
            return kept.LockFrom(now).RetainUntil.TimeOfDay == TimeSpan.Zero
                && late >= TimeSpan.Zero
                && late < TimeSpan.FromDays(1);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(36_501)]
    public void A_retention_that_no_store_takes_is_refused(int days) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new RetentionClass { Name = "x", Mode = LockMode.Compliance, Days = days });

    [Fact]
    public void Every_control_that_a_class_serves_exists_and_no_name_is_twice_there()
    {
        var catalogue = EvidenceCatalogue.Current;
        Assert.All(catalogue.Retention.SelectMany(r => r.Serves), id => Assert.Equal(id, catalogue.ControlOf(id).Id));
        Assert.All(catalogue.Kinds, k => Assert.Matches("^[a-z]+(-[a-z]+)*$", k.Name));
        Assert.DoesNotContain(catalogue.Retention, r => r.Name == RetentionClass.EnvironmentDefault);
        Assert.Equal(catalogue.Kinds.Count, catalogue.Kinds.Select(k => k.Name).Distinct().Count());
    }
}
