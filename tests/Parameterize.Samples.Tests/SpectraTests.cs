using System.IO.Compression;
using Parameterize.Samples.Spectra;
using Parameterize.Samples.Spectra.Pictures;
using static TorchSharp.torch;

namespace Parameterize.Samples.Tests;

/// <summary>The sample at its smallest size, on pictures that are drawn; and the files that it reads.</summary>
public sealed class SpectraTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-spectra-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Regression_errs_as_the_spectrum_says_and_the_best_ridge_overfits()
    {
        var run = new SampleRun(_folder, SampleSize.Tiny);
        using var store = run.OpenTrials();
        var pictures = DrawnPictures.Of(240);

        var results = SpectraStudy.Run(run, store, pictures);

        // Every part of the target is somewhere in the basis: five classes of equal size leave 1 - 1/5.
        Assert.Equal(0.8, results.Spectrum.Powers.Sum(), 1e-6);
        Assert.Equal(results.Spectrum.Eigenvalues.OrderDescending(), results.Spectrum.Eigenvalues);
        Assert.All(
            results.Points, point => Assert.InRange(Math.Abs(point.Deviation), 0, 0.15 + 3 * point.Test.StandardError / point.Test.Mean));
        Assert.All(results.BySamples, samples =>
        {
            Assert.InRange(Report.Best(samples).Fit, 0, 0.5);
            Assert.True(Report.Cost(samples) > 0);
        });
    }

    [Fact]
    public void Reads_idx_files_packed_or_not()
    {
        byte[] images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 51, 102, 153, 204, 255, 0, 0];
        var path = Written("t10k-images-idx3-ubyte", images);
        Assert.Contains("labels", Assert.Throws<InvalidDataException>(() => PictureFile.Read(path)).Message, StringComparison.Ordinal);
        Written("t10k-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]);

        Check(PictureFile.Read(path), 1, 2, [7, 3], [0, 0.2f, 0.4f, 0.6f, 0.8f, 1, 0, 0]);
        Written("packed-images-idx3-ubyte.gz", Packed(images));
        Written("packed-labels-idx1-ubyte.gz", Packed([0, 0, 8, 1, 0, 0, 0, 2, 1, 0]));
        Check(
            PictureFile.Read(Path.Combine(_folder.FullName, "packed-images-idx3-ubyte.gz")), 1, 2, [1, 0],
            [0, 0.2f, 0.4f, 0.6f, 0.8f, 1, 0, 0]);
    }

    [Fact]
    public void Reads_batches_of_CIFAR()
    {
        byte[] record = [.. Enumerable.Range(0, 3072).Select(pixel => (byte)(pixel % 256))];
        var read = PictureFile.Read(Written("data_batch_1.bin", [4, .. record, 9, .. record]));

        Assert.Equal((3, 32, 2, 10), (read.Colours, read.Side, read.Count, read.Classes));
        Assert.Equal([4, 9], read.Labels);
        Assert.Equal(255 / 255f, read.Pixels[3072 + 255]);
    }

    [Fact]
    public void Reads_lines_and_says_what_is_none_of_these()
    {
        Check(PictureFile.Read(Written("digits.csv", "0,1,2,3,1\n4,5,6,16,0\n"u8.ToArray())), 1, 2, [1, 0], [0, 1, 2, 3, 4, 5, 6, 16]);
        Assert.Contains("CIFAR-10", Assert.Throws<InvalidDataException>(
            () => PictureFile.Read(Written("words.txt", "no pictures\n"u8.ToArray()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_are_fetched_by_their_package_once_and_what_is_missing_is_said()
    {
        var said = new List<string>();
        var refused = Assert.Throws<InvalidDataException>(() =>
            DebianDigits.Find(_folder, said.Add, (_, program, _) => $"no {program} here"));
        Assert.Contains("no apt-get here", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--images FILE", refused.Message, StringComparison.Ordinal);
        var found = DebianDigits.Find(_folder, said.Add, Fetched);
        Assert.Equal("0,0,0,0,1", File.ReadAllText(found));
        Assert.Equal(found, DebianDigits.Find(_folder, said.Add, (_, _, _) => throw new InvalidOperationException("fetched again")));
        Assert.Equal(2, said.Count);
        Assert.All(said, line => Assert.Contains("python3-sklearn", line, StringComparison.Ordinal));

        static string? Fetched(string folder, string program, string[] arguments)
        {
            if (program == "apt-get")
            {
                File.WriteAllText(Path.Combine(folder, "python3-sklearn_1.deb"), "");
                return null;
            }

            var data = Directory.CreateDirectory(
                Path.Combine(folder, arguments[^1], "usr/lib/python3/dist-packages/sklearn/datasets/data"));
            File.WriteAllText(Path.Combine(data.FullName, "digits.csv.gz"), "0,0,0,0,1");
            return null;
        }
    }

    [Fact]
    public void A_power_law_is_fitted_with_its_exponent()
    {
        var spectrum = new Spectrum(
            [.. Enumerable.Range(1, 400).Select(rank => Math.Pow(rank, -1.5))],
            [.. Enumerable.Range(1, 400).Select(rank => Math.Pow(rank, -1.1))]);

        Assert.Equal(-1.5, spectrum.EigenvalueFit.Slope, 0.02);
        Assert.Equal(-1.1, spectrum.PowerFit.Slope, 0.02);
    }

    [Fact]
    public void The_kernel_is_that_of_its_gradients()
    {
        using var scope = NewDisposeScope();
        var inputs = DrawnPictures.Of(4).Inputs();
        using var model = Experiments.Training.SeededModels.Build(0, () => new PictureNet(1, 8, 32));
        var kernel = PictureKernel.Of(inputs, channels: 32, draws: 1, _ => { }, CancellationToken.None);

        Assert.True(kernel.allclose(Experiments.Training.TangentKernel.Of(model, inputs), 1e-4, 1e-6));
    }

    private static void Check(PictureSet read, int colours, int side, int[] labels, float[] pixels)
    {
        Assert.Equal((colours, side), (read.Colours, read.Side));
        Assert.Equal(labels, read.Labels);
        Assert.Equal(pixels, read.Pixels);
    }

    private string Written(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }
}
