using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace SystemTorch.Tests.Modules;

/// <summary>Names, shapes and draws of parameters, and results, against those of libtorch's own modules (modules.cpp prints modules.txt).</summary>
public class ReferenceTests
{
    private static readonly Dictionary<string, List<string>> sections = Read();

    public static TheoryData<string> Names => [.. sections.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_and_results_are_those_of_libtorch(string name)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        manual_seed(7);
        var (module, results) = ReferenceModules.All[name]();
        var lines = module.named_parameters().Select(entry => (entry.name, entry.parameter.detach()))
            .Concat(results.Select(result => ("-> " + result.Name, result.Value)))
            .ToList();
        var expected = sections[name];
        Assert.Equal(expected.Count, lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{lines[i].Item1} [{string.Join(", ", lines[i].Item2.shape)}] ");
            Assert.StartsWith(line, expected[i], StringComparison.Ordinal);
            var sum = double.Parse(expected[i][line.Length..], CultureInfo.InvariantCulture);
            Assert.Equal(sum, Checksum(lines[i].Item2), 1e-5 * (1 + Math.Abs(sum)));
        }
    }

    [Fact]
    public void Every_module_has_a_reference() => Assert.Equal(sections.Keys.Order(), ReferenceModules.All.Keys.Order());

    private static double Checksum(Tensor tensor)
    {
        var count = tensor.numel();
        return (tensor.to_type(ScalarType.Float64).flatten() * (arange(1, count + 1, float64) / count)).sum().ToDouble();
    }

    private static Dictionary<string, List<string>> Read()
    {
        Dictionary<string, List<string>> read = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "modules.txt")))
        {
            if (line[0] == ' ')
                read.Last().Value.Add(line.Trim());
            else
                read.Add(line, []);
        }

        return read;
    }
}
