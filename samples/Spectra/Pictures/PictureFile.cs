using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Parameterize.Samples.Spectra.Pictures;

/// <summary>
/// Reads pictures with labels: MNIST's idx files, CIFAR-10's binary batches, and lines of pixels and a label (UCI's digits); compressed by
/// gzip or not. Which one it is, the file itself says.
/// </summary>
internal static class PictureFile
{
    private const int ImagesMagic = 0x803, LabelsMagic = 0x801;
    private const int CifarSide = 32, CifarColours = 3, CifarRecord = 1 + CifarColours * CifarSide * CifarSide;

    /// <summary>Reads a file.</summary>
    /// <param name="path">
    /// An idx file of images, whose labels lie beside it (<c>...images-idx3-ubyte</c>, <c>...labels-idx1-ubyte</c>), a batch of CIFAR-10,
    /// or lines of numbers.
    /// </param>
    /// <exception cref="InvalidDataException">It is none of these, or its labels are missing; the message says what was found.</exception>
    public static PictureSet Read(string path)
    {
        var bytes = Bytes(path);
        if (bytes.Length >= 16 && Magic(bytes) == ImagesMagic)
        {
            return OfIdx(path, bytes);
        }

        if (bytes.Length > 0 && bytes.Length % CifarRecord == 0 && bytes[0] < 10)
        {
            return OfCifar(path, bytes);
        }

        return OfLines(path, System.Text.Encoding.ASCII.GetString(bytes));
    }

    private static PictureSet OfIdx(string path, byte[] bytes)
    {
        var (count, height, width) = (Number(bytes, 4), Number(bytes, 8), Number(bytes, 12));
        var labelled = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(path)
            .Replace("images", "labels", StringComparison.Ordinal).Replace("idx3", "idx1", StringComparison.Ordinal));
        if (labelled == path || !File.Exists(labelled))
        {
            throw new InvalidDataException($"'{path}' has images in idx format, but their labels are not beside it, in '{labelled}'.");
        }

        var labels = Bytes(labelled);
        if (labels.Length != 8 + count || Magic(labels) != LabelsMagic || height != width || bytes.Length != 16 + count * height * width)
        {
            throw new InvalidDataException(
                $"'{path}' ({count} images of {height} by {width}) and '{labelled}' are no idx files of square images with a label each.");
        }

        return new PictureSet(
            Path.GetFileName(path),
            1,
            height,
            [.. bytes.Skip(16).Select(pixel => pixel / 255f)],
            [.. labels.Skip(8).Select(one => (int)one)]);
    }

    private static PictureSet OfCifar(string path, byte[] bytes)
    {
        var records = bytes.Chunk(CifarRecord).ToArray();
        return new PictureSet(
            Path.GetFileName(path),
            CifarColours,
            CifarSide,
            [.. records.SelectMany(record => record.Skip(1).Select(pixel => pixel / 255f))],
            [.. records.Select(record => (int)record[0])]);
    }

    private static PictureSet OfLines(string path, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = lines.Select(line => line.Split(',').Select(Parsed).ToArray()).ToArray();
        var side = numbers.Length == 0 ? 0 : (int)Math.Round(Math.Sqrt(numbers[0].Length - 1));
        if (side < 2 || numbers.Any(line => line.Length != side * side + 1 || !line.All(float.IsFinite) || line[^1] < 0))
        {
            throw new InvalidDataException(
                $"'{path}' is none of what can be read here: an idx file of images with its labels beside it (MNIST), a binary batch of " +
                "CIFAR-10, or lines of a square image's pixels and a label, separated by commas.");
        }

        return new PictureSet(
            Path.GetFileName(path), 1, side, [.. numbers.SelectMany(line => line.SkipLast(1))], [.. numbers.Select(line => (int)line[^1])]);

        static float Parsed(string word) =>
            float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : float.NaN;
    }

    private static byte[] Bytes(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes is not [0x1f, 0x8b, ..])
        {
            return bytes;
        }

        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
        {
            packed.CopyTo(unpacked);
        }

        return unpacked.ToArray();
    }

    private static int Magic(byte[] bytes) => bytes.Length < 4 ? 0 : Number(bytes, 0);

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at, 4));
}
