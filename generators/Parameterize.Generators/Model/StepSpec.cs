using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Model;

/// <summary>A layer's place in a member of a general type, or in a container that may hold any.</summary>
/// <param name="Name">
/// TorchSharp's name of it there, with dots where containers are nested, or a pattern of it: <c>*</c> for any, <c>^1</c> for the last;
/// empty
/// where the member itself is the layer.
/// </param>
/// <param name="Indices">Its number, container by container; null where it is not known, or they have none.</param>
/// <param name="Type">Its class in TorchSharp.Modules.</param>
internal sealed record StepSpec(string Name, EquatableArray<int>? Indices, string Type)
{
    private const string Modules = "global::TorchSharp.Modules.";

    /// <summary>That of a layer which the member is, and surely.</summary>
    public static StepSpec Itself(string type) => new("", Array.Empty<int>().ToEquatableArray(), type) { IsCertain = true };

    /// <summary>Whether it is surely there, and nothing else in its place.</summary>
    public bool IsCertain { get; init; }

    /// <summary>Whether other layers with tensors may be there too, so that its class tells which are meant.</summary>
    public bool IsAmongOthers { get; init; }

    /// <summary>Whether the member's declared type has no elements, though it is a sequence.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>What it is called in tables.</summary>
    public string Title => IsAmongOthers ? $"{Name}({Type})" : Name;

    /// <summary>How generated code reaches it from the member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="isOptional">Whether that may be null, and then the layer is.</param>
    public string AccessFrom(string member, bool isOptional)
    {
        var mark = isOptional ? "?" : "";
        if (Indices is not { Count: > 0 } indices)
        {
            return $"(({Modules}{Type}{mark}){member})";
        }

        var outermost = IsGeneral ? $"(({Modules}Sequential{mark}){member})" : member;
        var steps = indices.Take(indices.Count - 1)
            .Aggregate(outermost, (outer, index) => $"(({Modules}Sequential{mark}){outer}{mark}[{Literal.Of(index)}])");
        return $"(({Modules}{Type}{mark}){steps}{mark}[{Literal.Of(indices[indices.Count - 1])}])";
    }
}
