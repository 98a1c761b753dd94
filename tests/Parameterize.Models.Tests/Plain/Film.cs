using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A network whose features are scaled and shifted by what a second input says.</summary>
public class Film : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear embed;
    private readonly ModuleList<FilmBlock> blocks = new();
    private readonly Linear classifier;

    public Film(long inputs, long condition, long hidden, int depth, long classes) : base("Film")
    {
        embed = Linear(inputs, hidden);
        for (var i = 0; i < depth; i++)
            blocks.Add(new FilmBlock(hidden, condition));
        classifier = Linear(hidden, classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor condition)
    {
        x = embed.call(x);
        foreach (var block in blocks)
            x = block.call(x, condition);
        return classifier.call(x);
    }
}

/// <summary>One layer with its scale and shift.</summary>
public class FilmBlock : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear fc;
    private readonly Linear film;

    public FilmBlock(long hidden, long condition) : base("FilmBlock")
    {
        fc = Linear(hidden, hidden);
        film = Linear(condition, 2 * hidden);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor condition)
    {
        var gammaBeta = film.call(condition).chunk(2, dim: -1);
        return functional.relu(gammaBeta[0] * fc.call(x) + gammaBeta[1]) + x;
    }
}
