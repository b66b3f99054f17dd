using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Custody.Observing;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Custody;

/// <summary>The comparison of two listings side by side, against one that holds everything in memory.</summary>
public sealed class ObservationRulesTests
{
    private static readonly DateTimeOffset _day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Side_by_side_finds_what_a_look_at_everything_finds() => Prop.ForAll(
        Listing().ToArbitrary(), Listing().ToArbitrary(), (before, after) =>
        {
            var found = ObservationRules.CompareAsync(
                before.ToAsyncEnumerable(), after.ToAsyncEnumerable(), new CustodyState(new TrustedKeys([])), default)
                .ToBlockingEnumerable();
            return found.Select(f => (f.Key, f.Version, f.Finding)).ToHashSet().SetEquals(Naive(before, after));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void A_sample_of_none_is_none_and_of_all_is_all(int percent)
    {
        var sample = new ObservationSample(percent, _day);

        Assert.All(Enumerable.Range(0, 500), i =>
            Assert.Equal(percent == 100, sample.Includes(new VaultLocation("key", $"{i}"))));
    }

    [Fact]
    public void A_sample_has_its_size_and_differs_from_one_observation_to_the_next()
    {
        List<string> Chosen(DateTimeOffset at) => [.. Enumerable.Range(0, 2000).Select(i => $"{i}")
            .Where(i => new ObservationSample(10, at).Includes(new VaultLocation("key", i)))];

        Assert.InRange(Chosen(_day).Count, 120, 280);
        Assert.Equal(Chosen(_day), Chosen(_day));
        Assert.NotEqual(Chosen(_day), Chosen(_day.AddSeconds(1)));
    }

    private static IEnumerable<(string, string, FindingCode)> Naive(
        IReadOnlyList<ObservedVersion> before, IReadOnlyList<ObservedVersion> after)
    {
        foreach (var was in before)
        {
            var now = after.SingleOrDefault(v => v.Key == was.Key && v.Version == was.Version);
            if (now is null)
            {
                if (was.Mode is not null || was.Hold)
                {
                    yield return (was.Key, was.Version, FindingCode.ObjectVanished);
                }
            }
            else
            {
                if ((int)(now.Mode ?? 0) < (int)(was.Mode ?? 0))
                {
                    yield return (was.Key, was.Version, FindingCode.LockWeaker);
                }

                if ((now.RetainUntil ?? DateTimeOffset.MinValue) < (was.RetainUntil ?? DateTimeOffset.MinValue))
                {
                    yield return (was.Key, was.Version, FindingCode.RetentionShortened);
                }
            }

            if (was.Hold && now?.Hold is not true)
            {
                yield return (was.Key, was.Version, FindingCode.HoldMissing);
            }
        }
    }

    private static Gen<ObservedVersion[]> Listing() =>
        from keys in Gen.Choose(0, 6)
        from versions in Gen.ArrayOf(Version(), keys * 2)
        select versions.DistinctBy(v => (v.Key, v.Version)).OrderBy(v => v.Key, StringComparer.Ordinal).ToArray();

    private static Gen<ObservedVersion> Version() =>
        from key in Gen.Choose(0, 5)
        from version in Gen.Choose(0, 1)
        from mode in Gen.Choose(0, 2)
        from day in Gen.Choose(0, 3)
        from hold in Gen.Elements(true, false)
        select new ObservedVersion(
            hold, $"k{key}", 1, $"{version}", mode == 0 ? null : (LockMode)mode, mode == 0 ? null : _day.AddDays(day));
}
