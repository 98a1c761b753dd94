using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Signals;

/// <summary>
/// What happens at one layer as the width grows, per entry (Karkada, arXiv 2404.19719, section 2; Yang and Hu, arXiv 2011.14522,
/// section 3 and appendix H).
/// </summary>
/// <param name="Layer">The layer.</param>
/// <param name="Input">What it reads: the sum of its sources at init (after the first steps where that is zero), or data.</param>
/// <param name="AtInit">s: its output at init.</param>
/// <param name="Update">e: one step of its effective weight.</param>
/// <param name="Gradient">g: the loss's gradient with respect to its output.</param>
/// <param name="Own">The change of its output that its own update makes.</param>
/// <param name="Passed">The change of its output that it passes on from the wide layers below.</param>
/// <param name="Loose">The change that comes through a finite layer below: a change of the data, with which no weight is aligned.</param>
public sealed record SignalReading(
    SignalLayer Layer, Growth Input, Growth AtInit, Growth Update, Growth Gradient, Growth Own, Growth Passed, Growth Loose)
{
    /// <summary>D: the change of its output in training, the largest part.</summary>
    public Growth Change => Growth.Max(Learnt, Loose);

    /// <summary>The change that wide layers have learnt, which goes along the gradient.</summary>
    public Growth Learnt => Growth.Max(Own, Passed);
}
