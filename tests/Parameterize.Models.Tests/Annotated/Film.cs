using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A network whose features are scaled and shifted by what a second input says.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Film : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear embed;
    private readonly ModuleList<FilmBlock> blocks = new();
    private readonly Linear classifier;

    public Film(long inputs, long condition, [Width] long hidden, int depth, long classes) : base("Film")
    {
        embed = Linear(inputs, hidden);
        for (var i = 0; i < depth; i++)
            blocks.Add(new FilmBlock(hidden, condition));
        classifier = Linear(hidden, classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor condition)
    {
        x = Embed(x);
        foreach (var block in blocks)
            x = block.call(x, condition);
        return Classifier(x);
    }
}

/// <summary>One layer with its scale and shift.</summary>
[Parameterize(BaseWidth = 8)]
public partial class FilmBlock : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear fc;
    private readonly Linear film;

    public FilmBlock([Width] long hidden, long condition) : base("FilmBlock")
    {
        fc = Linear(hidden, hidden);
        film = Linear(condition, 2 * hidden);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor condition)
    {
        var gammaBeta = Film(condition).chunk(2, dim: -1);
        return functional.relu(gammaBeta[0] * Fc(x) + gammaBeta[1]) + x;
    }
}
