using static TorchSharp.torch;

namespace Parameterize.Samples.Spectra.Pictures;

/// <summary>
/// Pictures that are drawn, for runs that must not need a file: blurred noise, one pattern for each class, shifted about and under noise.
/// </summary>
internal static class DrawnPictures
{
    private const int Classes = 5, Side = 8, Shifts = 3;
    private const double Noise = 0.6;

    public static PictureSet Of(int count)
    {
        using var scope = NewDisposeScope();
        var generator = new Generator(7);
        var patterns = nn.functional.avg_pool2d(randn([Classes, 1, Side + 4, Side + 4], generator: generator), 3, 1);
        patterns = patterns / patterns.std();
        int[] labels = [.. Enumerable.Range(0, count).Select(index => index % Classes)];
        var shifts = randint(0, Shifts, [count, 2], generator: generator).data<long>().ToArray();
        var noise = Noise * randn([count, Side, Side], generator: generator);
        var pictures = stack([.. labels.Select((label, index) =>
            patterns[label, 0].narrow(0, shifts[2 * index], Side).narrow(1, shifts[2 * index + 1], Side))]) + noise;
        return new PictureSet("drawn patterns", 1, Side, pictures.flatten().data<float>().ToArray(), labels);
    }
}
