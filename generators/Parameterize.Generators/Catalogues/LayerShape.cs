using Parameterize.Generators.Model;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Generators.Catalogues;

/// <summary>A module of TorchSharp: its tensors, and how a forward multiplier is applied to it.</summary>
/// <param name="Name">The factory's and the class's name.</param>
/// <param name="Multiplied">Where the weight's multiplier goes.</param>
/// <param name="Tensors">Its tensors; the first one, its weight, is what the member's attribute speaks of.</param>
internal sealed record LayerShape(string Name, MultiplierPlace Multiplied, params TensorShape[] Tensors)
{
    public string FullName { get; } = "TorchSharp.Modules." + Name;

    public TensorShape Weight => Tensors[0];

    /// <summary>Whether its weight has no fan-in, so that it is a vector along the fan-out.</summary>
    public bool IsNorm => Weight.IsVector;

    /// <summary>What its weight is drawn from, for a draw from a generator of the user's.</summary>
    public DefaultDraw Draw { get; init; }

    /// <summary>Whether TorchSharp declares the weight property nullable.</summary>
    public bool WeightMayBeNull { get; init; }

    /// <summary>The weight's axes along fan-in and fan-out, where its shape shows a width.</summary>
    public (int? FanIn, int FanOut)? Axes { get; init; }

    /// <summary>The arguments that its fans are taken not to depend on, such as a kernel's size: they must not grow.</summary>
    public int[] Fixed { get; init; } = [];

    /// <summary>Whether it is made of copies of the layer that its factory is given: what that was made with are its arguments.</summary>
    public bool IsOfCopies { get; init; }

    /// <summary>The two arguments that give an attention's width and its number of heads.</summary>
    public (int Width, int Heads)? Attention { get; init; }
}

/// <summary>One tensor of a module, or several whose names differ in a number.</summary>
/// <param name="Name">TorchSharp's name inside the module; <c>*</c> stands for a number.</param>
/// <param name="FanIn">The arguments (by position, since names changed between versions) whose product is the fan-in; null where it is
/// finite by nature.</param>
/// <param name="FanOut">The arguments whose product is the fan-out.</param>
internal sealed record TensorShape(string Name, Fan? FanIn, Fan FanOut)
{
    /// <summary>Whether the tensor is one number per output: a bias, a gain.</summary>
    public bool IsVector { get; init; }

    /// <summary>What the default draw's std is proportional to the inverse root of; null for a draw that does not look at widths.</summary>
    public Fan? DrawnBy { get; init; }

    /// <summary>The argument without which the module is made without the tensor, whatever its value.</summary>
    public int? Needs { get; init; }

    /// <summary>The Boolean arguments without which the module is made without the tensor.</summary>
    public int[] Flags { get; init; } = [];

    /// <summary>Its axes in order.</summary>
    public TensorAxis[] Axes { get; init; } = [];
}

/// <summary>An axis of a module's tensor.</summary>
/// <param name="Role">What it is to the layer.</param>
/// <param name="Size">The arguments that are its size; null where they are not followed.</param>
/// <param name="Times">How often that size is stacked along it: the gates of a recurrent layer.</param>
internal sealed record TensorAxis(AxisRole Role, Fan? Size = null, int Times = 1);

/// <summary>A product of factory arguments, over another argument where the module is split in groups.</summary>
internal sealed record Fan(int Argument, int? Times = null, int? Over = null)
{
    public IEnumerable<int> Arguments => new[] { Argument, Times, Over }.OfType<int>();
}
