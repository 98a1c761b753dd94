using System.CommandLine;
using Parameterize.Samples.Spectra.Pictures;

namespace Parameterize.Samples.Spectra;

/// <summary>The whole sample, in the order of what it prints.</summary>
internal static class Demo
{
    private static readonly Option<FileInfo?> Images = new("--images")
    {
        Description = "Pictures with labels: MNIST's images-idx3-ubyte (labels beside it), a CIFAR-10 batch, or lines of pixels and a " +
            "label; by default the handwritten digits that Debian's python3-sklearn has.",
    };

    public static RootCommand Command { get; } = SampleCommand.Of(
        "Spectra",
        "The tangent kernel of a convolutional network on real images: power laws of its spectrum, and that overfitting is obligatory " +
        "(arXiv 2311.14646).",
        "128 channels, four draws, 4000 pictures where there are as many: half an hour on two cores.",
        Run,
        Images);

    public static int Run(SampleRun run)
    {
        var pictures = Read(run).Take(run.Pick(240, 1800, 4000));
        run.Say(FormattableString.Invariant(
            $"{pictures.Source}: {pictures.Count:N0} pictures, {pictures.Side} by {pictures.Side} pixels, {pictures.Classes} classes.\n"));
        run.Say("What the generator wrote for PictureNet, as formulas:\n");
        run.Say(PictureNet.Scaling.ToString());
        run.Say("");
        using var store = run.OpenTrials();
        var results = SpectraStudy.Run(run, store, pictures);
        run.Print("Power laws over rank", Report.Exponents(results));
        run.Print("The best ridge, and what fitting worse costs", Report.Optima(results));
        run.Say(Report.Summary(results));
        return run.Finish(Report.Page(results));
    }

    private static PictureSet Read(SampleRun run)
    {
        if (run.Asked(Images) is { } file)
        {
            return PictureFile.Read(file.FullName);
        }

        return run.Size == SampleSize.Tiny
            ? DrawnPictures.Of(240)
            : PictureFile.Read(DebianDigits.Find(run.Output, run.Say)) with { Source = DebianDigits.Source };
    }
}
