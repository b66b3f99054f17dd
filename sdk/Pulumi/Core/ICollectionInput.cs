namespace Pulumi;

/// <summary>
/// A list or map of inputs. Its elements stay apart, so that one unknown or secret element does not taint the others
/// when the collection is serialized.
/// </summary>
internal interface ICollectionInput
{
    IInput Elements { get; }
}
