using System.ComponentModel;
using System.Diagnostics;

namespace Parameterize.Samples.Spectra.Pictures;

/// <summary>
/// The 1,797 handwritten digits of UCI (Alpaydin and Kaynak, CC BY 4.0), 8 by 8 pixels each, which Debian ships with scikit-learn: taken
/// from there, installed or not.
/// </summary>
internal static class DebianDigits
{
    /// <summary>What they are, for a report.</summary>
    public const string Source = "UCI's handwritten digits, from Debian's python3-sklearn";

    private const string Package = "python3-sklearn";
    private const string Inside = "usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz";

    /// <summary>The file: as the installed package has it, else as it was fetched before, else fetched now, which is said.</summary>
    /// <param name="folder">Where to keep what is fetched.</param>
    /// <param name="say">Told what is being done.</param>
    /// <param name="run">Runs a program in a folder and returns what it wrote if it failed, else null; null for the real one.</param>
    /// <exception cref="InvalidDataException">It cannot be had here; the message says why and what to do.</exception>
    public static string Find(DirectoryInfo folder, Action<string> say, Func<string, string, string[], string?>? run = null)
    {
        var (installed, kept) = ("/" + Inside, Path.Combine(folder.FullName, "digits.csv.gz"));
        if (run is null && File.Exists(installed))
        {
            return installed;
        }

        if (File.Exists(kept))
        {
            return kept;
        }

        say($"Fetching Debian's package {Package} for the handwritten digits in it (UCI, CC BY 4.0); it is unpacked, not installed.");
        var place = Directory.CreateTempSubdirectory("parameterize-digits-");
        try
        {
            run ??= Run;
            if (run(place.FullName, "apt-get", ["download", "-q", Package]) is { } refused)
            {
                throw Missing($"apt-get could not fetch {Package}: {refused}");
            }

            var fetched = place.GetFiles("*.deb").FirstOrDefault()?.FullName ?? throw Missing($"apt-get has fetched no {Package}");
            if (run(place.FullName, "dpkg-deb", ["-x", fetched, "unpacked"]) is { } broken)
            {
                throw Missing($"dpkg-deb could not unpack {Package}: {broken}");
            }

            var unpacked = Path.Combine(place.FullName, "unpacked", Inside);
            if (!File.Exists(unpacked))
            {
                throw Missing($"this version of {Package} has no {Inside}");
            }

            folder.Create();
            File.Copy(unpacked, kept);
            return kept;
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static InvalidDataException Missing(string why) => new(
        $"There are no images to look at: {why}. Give --images FILE: MNIST's train-images-idx3-ubyte with its labels beside it, a binary " +
        "batch of CIFAR-10, or lines of pixels and a label.");

    private static string? Run(string folder, string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : (errors.Length > 0 ? errors : output.Result).Trim().ReplaceLineEndings(" ");
        }
        catch (Win32Exception exception)
        {
            return exception.Message;
        }
    }
}
