using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Parameterize.Training.Tests.Models;
using TorchSharp.PyBridge;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Checkpoints;

/// <summary>A trained model leaves .NET: folded, in plain code, in a file that PyTorch reads.</summary>
[Collection("torch")]
public sealed class PyTorchTests : IDisposable
{
    private const long Width = 256;

    /// <summary>Loads the file into PyTorch's own layers and prints what they give for the inputs.</summary>
    private const string Script = """
        import json, sys, torch
        from torch import nn
        state = torch.load(sys.argv[1])
        inputs = torch.tensor(json.load(open(sys.argv[2])))
        def layer(name):
            linear = nn.Linear(*reversed(state[name + ".weight"].shape))
            linear.load_state_dict({key: state[f"{name}.{key}"] for key in ("weight", "bias")})
            return linear
        model = nn.Sequential(layer("_embed"), nn.GELU(), layer("_mix"), nn.GELU(), layer("_refine"), nn.GELU(), layer("_readout"))
        print(json.dumps(model(inputs).flatten().tolist()))
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("folded-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Gauge.NeuralTangent)]
    [InlineData(Gauge.TensorPrograms)]
    public void Its_files_carry_the_folded_state(Gauge gauge)
    {
        using var trained = Trained.A(Gauges.Build(gauge, Width, 0.5));
        var file = Saved(trained);
        using var plain = new PlainMlp(Width);

        plain.load_py(file);

        Trained.AssertSame(Trained.Outputs(trained), Trained.Outputs(plain));
    }

    [SlowTheory]
    [InlineData(Gauge.NeuralTangent)]
    [InlineData(Gauge.LearningRate)]
    [InlineData(Gauge.Multiplier)]
    [InlineData(Gauge.TensorPrograms)]
    public void PyTorch_gives_the_same_outputs(Gauge gauge)
    {
        using var trained = Trained.A(Gauges.Build(gauge, Width, 0.5));
        var file = Saved(trained);
        var inputs = Trained.Inputs();
        var rows = Checkpoint.Numbers(inputs).Chunk((int)inputs.shape[1]);
        var data = Path.Combine(_folder, "inputs.json");
        File.WriteAllText(data, JsonSerializer.Serialize(rows));

        Trained.AssertSame(Trained.Outputs(trained), JsonSerializer.Deserialize<double[]>(Python("-c", Script, file, data))!);
    }

    private string Saved(Module<Tensor, Tensor> trained)
    {
        using var plain = new PlainMlp(Width);
        plain.load_state_dict(Trained.Folded(trained));
        var file = Path.Combine(_folder, "mlp.pth");
        plain.save_py(file);
        return file;
    }

    /// <summary>What it prints. PARAMETERIZE_PYTHON names an interpreter that has torch, where python3 has not.</summary>
    private static string Python(params string[] arguments)
    {
        var name = Environment.GetEnvironmentVariable("PARAMETERIZE_PYTHON") ?? "python3";
        var start = new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(
            process.ExitCode == 0,
            string.Create(CultureInfo.InvariantCulture, $"{name}, which has to have torch, ended with {process.ExitCode}: {error.Result}"));
        return output;
    }
}
