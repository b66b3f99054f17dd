using System.Globalization;
using AwsBudgets = Pulumi.Aws.Budgets;
using Costs = Pulumi.Aws.CostExplorer;

namespace Infra.Components.Budgets;

/// <summary>
/// Says in time what an account costs: against its monthly budget, and when a service costs unlike itself.
/// </summary>
public sealed class CostGuard : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:budgets:CostGuard";

    private const double EarlyPercent = 80; // Most of the month's money: time to look.
    private const double WholePercent = 100;

    /// <summary>Creates the budget, the monitor and its subscription.</summary>
    public CostGuard(string name, CostGuardArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        _ = new AwsBudgets.Budget(
            $"{name}-budget",
            new()
            {
                Name = $"{args.Prefix}-monthly",
                BudgetType = "COST",
                TimeUnit = "MONTHLY",
                LimitAmount = Dollars(args.MonthlyDollars),
                LimitUnit = "USD",
                Notifications =
                {
                    Notification(args, "ACTUAL", EarlyPercent),
                    Notification(args, "ACTUAL", WholePercent),
                    Notification(args, "FORECASTED", WholePercent),
                },
                Tags = args.Tags.ToInputs(),
            },
            child);
        var monitor = new Costs.AnomalyMonitor(
            $"{name}-monitor",
            new()
            {
                Name = $"{args.Prefix}-services",
                MonitorType = "DIMENSIONAL",
                MonitorDimension = "SERVICE",
                Tags = args.Tags.ToInputs(),
            },
            child);
        _ = new Costs.AnomalySubscription(
            $"{name}-anomalies",
            new()
            {
                Name = $"{args.Prefix}-anomalies",
                Frequency = "DAILY",
                MonitorArnLists = { monitor.Arn },
                Subscribers = new Costs.Inputs.AnomalySubscriptionSubscriberArgs
                {
                    Type = "EMAIL",
                    Address = args.Address,
                },
                ThresholdExpression = new Costs.Inputs.AnomalySubscriptionThresholdExpressionArgs
                {
                    Dimension = new Costs.Inputs.AnomalySubscriptionThresholdExpressionDimensionArgs
                    {
                        Key = "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
                        MatchOptions = { "GREATER_THAN_OR_EQUAL" },
                        Values = { Dollars(args.AnomalyDollars) },
                    },
                },
                Tags = args.Tags.ToInputs(),
            },
            child);
        RegisterOutputs();
    }

    private static AwsBudgets.Inputs.BudgetNotificationArgs Notification(
        CostGuardArgs args, string kind, double percent) =>
        new()
        {
            NotificationType = kind,
            ComparisonOperator = "GREATER_THAN",
            Threshold = percent,
            ThresholdType = "PERCENTAGE",
            SubscriberEmailAddresses = { args.Address },
        };

    private static string Dollars(int amount) => amount.ToString(CultureInfo.InvariantCulture);
}
