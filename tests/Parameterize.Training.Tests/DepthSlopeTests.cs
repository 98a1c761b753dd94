using System.Globalization;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Xunit.Abstractions;

namespace Parameterize.Training.Tests;

/// <summary>
/// The coordinate check over depth: 2 to 32 blocks from a base of 2. With scaled residual branches the stream behind the last block
/// and the output have one size and one change at every depth.
/// </summary>
/// <remarks>
/// Branches add their updates coherently and their random init incoherently. Divided by their number L, the random part of the stream is
/// 1/sqrt(L) of what it is at base and dies out; divided by its root it stays. So with branches that are as large as the embedding at
/// init, delta = 1 measures -0.19 for the size of the stream and -0.21 for its change over these depths, on the way to a finite limit.
/// The networks here start with branches a quarter as large, as transformers customarily do, where this is a small correction.
/// </remarks>
[Collection("torch")]
public sealed class DepthSlopeTests(ITestOutputHelper output)
{
    private const long Width = 64;
    private const double Tolerance = 0.1;

    [Fact]
    public void Branches_over_their_number_change_the_stream_alike_at_every_depth() =>
        Check(depth => new DeepNetwork(NextToken.Vocabulary, Width, depth), model => model.Adam(0.002, eps: 1e-20));

    [Fact]
    public void Branches_over_the_root_of_their_number_change_the_stream_alike_at_every_depth() =>
        Check(depth => new RootDeepNetwork(NextToken.Vocabulary, Width, depth), model => model.Adam(0.002, eps: 1e-20));

    private void Check<TModel>(Func<long, TModel> build, Func<TModel, optim.Optimizer> optimizer)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        var result = CoordinateCheck.Of(build)
            .Depths(2, 32, "_stream").Seeds(2).Steps(4)
            .Optimizer(optimizer)
            .Task(NextToken.Task)
            .RunOnAllCores();

        foreach (var slope in result.Slopes)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Model} {slope.Layer} {slope.Quantity}: {slope.Fit!.Slope:F3} +- {slope.Fit.StandardError:F3}, "
                    + $"predicted {slope.Predicted}; "
                    + $"{string.Join(" ", slope.Observations.Where(one => one.Seed == 0).Select(one => $"{one.Value:G3}"))}"));
        }

        Assert.Equal(["_embed", "_readout", "_stream"], result.Slopes.Select(slope => slope.Layer).Distinct().Order());
        Assert.All(result.Slopes, slope => Assert.True(Math.Abs(slope.Fit!.Slope) <= Tolerance, slope.Verdict(Tolerance).Diagnosis));
    }
}
