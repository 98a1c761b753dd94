using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A layer that is there only if it is asked for.</summary>
[Parameterize(BaseWidth = 8)]
internal sealed partial class OptionalNet : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear? _extra;

    public OptionalNet([Width] long width, bool isWide)
        : base(nameof(OptionalNet))
    {
        _embed = Linear(3, width);
        if (isWide) _extra = Linear(width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => _extra is null ? Embed(x) : Extra(Embed(x));
}

/// <summary>How wide a <see cref="RecordNet"/> is.</summary>
internal sealed record NetSizes([Width(Base = 8)] long Width, long Heads = 4);

/// <summary>One that takes its sizes from a record, and only those that its heads divide.</summary>
[Parameterize]
internal sealed partial class RecordNet : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _head;

    public RecordNet(NetSizes sizes)
        : base(nameof(RecordNet))
    {
        if (sizes.Width % sizes.Heads != 0) throw new ArgumentException($"{sizes.Heads} heads do not divide {sizes.Width}.");
        _embed = Linear(3, sizes.Width);
        _head = Linear(sizes.Width, sizes.Width / sizes.Heads);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Head(Embed(x));
}

/// <summary>A head's width is rounded where the heads do not divide the width.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class RoundedNet : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _head;

    public RoundedNet([Width] long width, long heads)
        : base(nameof(RoundedNet))
    {
        _embed = Linear(3, width);
        _head = Linear(width, width / heads);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Head(Embed(x));
}
