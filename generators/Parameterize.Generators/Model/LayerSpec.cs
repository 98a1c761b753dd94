using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Model;

/// <summary>One member that holds tensors.</summary>
/// <param name="Member">The field's or property's name, as in source.</param>
/// <param name="RegisteredName">The name under which TorchSharp registers it.</param>
/// <param name="ForwardName">The generated method or property that applies its multiplier; empty where there is none.</param>
/// <param name="Form">What it is, element-wise for a list.</param>
/// <param name="Multiplied">Where its multiplier goes.</param>
/// <param name="Draw">What TorchSharp draws it from.</param>
/// <param name="Container">What holds it.</param>
/// <param name="Init">What replaces TorchSharp's draw.</param>
/// <param name="Tensors">Its tensors, the weight first.</param>
internal sealed record LayerSpec(
    string Member,
    string RegisteredName,
    string ForwardName,
    LayerForm Form,
    MultiplierPlace Multiplied,
    DefaultDraw Draw,
    Container Container,
    InitSpec Init,
    EquatableArray<TensorSpec> Tensors)
{
    /// <summary>The model that a nested member holds, and what its symbols are here.</summary>
    public NestedSpec? Nested { get; init; }

    /// <summary>What the widths of the models that a nested member holds are here.</summary>
    public EquatableArray<NestedWidth> NestedWidths { get; init; } = Array.Empty<NestedWidth>().ToEquatableArray();

    /// <summary>The embedding whose weight this readout shares.</summary>
    public TiedSpec? TiedTo { get; init; }

    /// <summary>The inner stages of fixed size that it reads from, as <c>_mean, _logVariance</c>; null where it reads from none.</summary>
    public string? Behind { get; init; }

    /// <summary>How the heads of an attention grow, if whether they do is seen at run time alone: they must not.</summary>
    public Factor? HeadRatio { get; init; }

    /// <summary>Its place, if the member's declared type does not say what it is, or holds it among others.</summary>
    public StepSpec? Step { get; init; }

    /// <summary>Its place in a list whose layers differ by that: <c>0</c>, <c>*</c> for those between, <c>^1</c> for the last.</summary>
    public string? Place { get; init; }

    /// <summary>What the member is, of which this may be a part.</summary>
    public Container Holder { get; init; } = Container;

    /// <summary>The name under which TorchSharp registers the member that this is, or is part of.</summary>
    public string Root { get; init; } = RegisteredName;

    /// <summary>The names of its tensors without their own, as a pattern where they are several.</summary>
    public string Pattern => Container == Container.None ? RegisteredName : $"{RegisteredName}.{Place ?? "*"}";

    /// <summary>The same layer, reading from stages of fixed size; null for none.</summary>
    public LayerSpec ReadingFrom(string? stages) => this with
    {
        Behind = stages,
        Tensors = Tensors.Select(tensor => tensor with
        {
            Scaling = tensor.Scaling with { Declaration = tensor.Scaling.Declaration with { Behind = stages } },
        }).ToEquatableArray(),
    };

    /// <summary>Whether the class's rules hold for its tensors: not by choice, nor because it is a model that has its own.</summary>
    public bool IsScaled => !IsUnscaled && Form is LayerForm.Module or LayerForm.Parameter;

    /// <summary>Whether it carries [Unscaled].</summary>
    public bool IsUnscaled { get; init; }

    /// <summary>Whether the class has registered it itself.</summary>
    public bool IsRegisteredByHand { get; init; }

    /// <summary>How generated code reaches the member, whatever its locals are called.</summary>
    public string Access => AccessTo(Member, Step, IsOptional);

    /// <summary>Whether it, or one of its elements, may be null.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Where a forward method needs it, and one that is not there is an error of the caller's.</summary>
    public string Needed => IsOptional ? Access + "!" : Access;

    /// <summary>
    /// With <c>this</c> unless it looks like a field: what begins otherwise may be the name of a local or a parameter too.
    /// </summary>
    public static string AccessTo(string member, StepSpec? step = null, bool isOptional = false)
    {
        var access = member.Length > 1 && member[0] == '_' ? member : "this." + member;
        return step is null ? access : step.AccessFrom(access, isOptional);
    }
}

/// <summary>A model inside a model.</summary>
/// <param name="Type">Its class, fully qualified.</param>
/// <param name="Symbols">What its symbols are here, as <c>n = n, d = d</c>.</param>
/// <param name="IsOfThisAssembly">Whether its part is generated beside this one's, unless something is wrong with it.</param>
internal sealed record NestedSpec(string Type, string Symbols, bool IsOfThisAssembly);

/// <summary>What a width of a model inside a model is there.</summary>
/// <param name="Symbol">Its symbol inside.</param>
/// <param name="Parameter">The constructor parameter inside.</param>
/// <param name="Ratio">How it grows here.</param>
/// <param name="Base">What it is at this model's base; null where that is not known, or not the same for all that a list holds.</param>
/// <param name="IsOwnBase">Whether all have it at this model's base as their own class says it.</param>
/// <param name="IsFinite">Whether it is one number at every width of this model.</param>
internal sealed record NestedWidth(string Symbol, string Parameter, Factor Ratio, long? Base, bool IsOwnBase, bool IsFinite = false);

/// <summary>The weight that a readout shares.</summary>
/// <param name="Access">How generated code reaches the embedding.</param>
/// <param name="Weight">Its weight, as source names it.</param>
/// <param name="Name">The name under which TorchSharp registers that weight.</param>
/// <param name="SeesEmbedding">Whether what the readout reads carries the embedding.</param>
internal sealed record TiedSpec(string Access, string Weight, string Name, bool SeesEmbedding);

/// <summary>What a member is, element-wise for a list.</summary>
internal enum LayerForm
{
    /// <summary>A module of the catalogue.</summary>
    Module,

    /// <summary>A bare parameter.</summary>
    Parameter,

    /// <summary>A model of the user's own, which has scaled its tensors itself.</summary>
    Nested,

    /// <summary>Any module, with [Unscaled].</summary>
    Other,
}

/// <summary>Where a layer's forward multiplier is applied.</summary>
internal enum MultiplierPlace
{
    /// <summary>On its input, so that the bias is not multiplied: what is linear in one input.</summary>
    Input,

    /// <summary>On its output: look-ups, which have no bias.</summary>
    Output,

    /// <summary>
    /// Nowhere: modules that use several weights inside, or take more than one input. Init and rate carry it, in the gauge without
    /// multipliers.
    /// </summary>
    Folded,
}

/// <summary>What a member holds its layers in.</summary>
internal enum Container
{
    /// <summary>The member is the layer.</summary>
    None,

    /// <summary>A ModuleList or ParameterList, which TorchSharp registers.</summary>
    TorchList,

    /// <summary>An array, which TorchSharp overlooks and generated code registers.</summary>
    Array,

    /// <summary>A list of the base class library, which TorchSharp overlooks too.</summary>
    List,
}

/// <summary>What TorchSharp draws a module's tensors from, as far as generated code can repeat it from a generator.</summary>
internal enum DefaultDraw
{
    /// <summary>Constants, or a draw that is not repeated.</summary>
    None,

    /// <summary>Weight and bias U(-1/sqrt(f), 1/sqrt(f)), f the size of the weight along all axes but the first.</summary>
    ByFanIn,

    /// <summary>N(0, 1).</summary>
    Normal,

    /// <summary>Nothing: the memory as it is. Ones and zeros have to be written.</summary>
    Unset,
}
