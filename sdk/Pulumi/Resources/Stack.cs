using System.Reflection;

namespace Pulumi;

/// <summary>The root of a program's resources, which a derived class makes in its constructor.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(
            TypeToken,
            $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
            options?.ToResourceOptions())
        => Deployment.Current.Stack = this;

    /// <summary>Registers the properties that the constructor has set.</summary>
    /// <exception cref="RunException">An output has no value, or is not an <see cref="Output{T}"/>.</exception>
    internal void RegisterPropertyOutputs()
    {
        var outputs = new Dictionary<string, object?>();
        var properties = GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        foreach (var property in properties)
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } output)
            {
                outputs.Add(output.Name ?? property.Name, property.GetValue(this));
            }
        }

        if (NamesOf(value => value is null) is [_, ..] missing)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        if (NamesOf(value => value is not IOutput) is [_, ..] wrong)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        RegisterOutputs(outputs);

        string[] NamesOf(Predicate<object?> isSuch)
            => [.. outputs.Where(output => isSuch(output.Value)).Select(output => output.Key)];
    }
}
