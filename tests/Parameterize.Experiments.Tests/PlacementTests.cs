using static TorchSharp.torch;

namespace Parameterize.Experiments.Tests;

/// <summary>Devices by name, by what a machine has (made up here, so that no GPU is needed), and in the ids of trials.</summary>
public sealed class PlacementTests
{
    [Theory]
    [InlineData(null, null, "as built", "")]
    [InlineData("cpu", null, "cpu", "/device=cpu")]
    [InlineData("cuda:1", null, "cuda:1", "/device=cuda")]
    [InlineData("cuda", "bfloat16", "cuda, bfloat16", "/device=cuda/dtype=bfloat16")]
    [InlineData("mps", "float32", "mps, float32", "/device=mps/dtype=float32")]
    [InlineData(null, "float64", "float64", "/dtype=float64")]
    public void What_was_asked_for_is_in_the_id_but_for_the_index(string? device, string? dtype, string words, string suffix)
    {
        var placement = Placement.Parse(device, dtype);

        Assert.Equal(words, placement.ToString());
        Assert.Equal("a/seed=0" + suffix, placement.Keyed("a/seed=0"));
        Assert.Equal(
            "a/seed=0" + suffix, placement.Settings.Aggregate("a/seed=0", (id, setting) => $"{id}/{setting.Name}={setting.Value}"));
    }

    [Fact]
    public void In_code_it_says_the_same()
    {
        Assert.Equal("cuda:1, bfloat16", Placement.On("cuda:1", ScalarType.BFloat16).ToString());
        Assert.Equal("cpu", Placement.On(CPU).ToString());
        Assert.Equal("float64", Placement.In(ScalarType.Float64).ToString());
    }

    [Theory]
    [InlineData("gpu", null, "'gpu' is no device to train on; there are cpu, cuda, cuda:N with N counted from 0, and mps.")]
    [InlineData("", null, "'' is no device")]
    [InlineData("CUDA", null, "'CUDA' is no device")]
    [InlineData("cuda:", null, "'cuda:' is no device")]
    [InlineData("cuda:-1", null, "'cuda:-1' is no device")]
    [InlineData("cuda:1:2", null, "'cuda:1:2' is no device")]
    [InlineData("mps:0", null, "'mps:0' is no device")]
    [InlineData(null, "int8", "'int8' is no element type to train in; there are bfloat16, float32 and float64.")]
    [InlineData("cuda", "float16", "Nothing is trained in float16 here: its gradients vanish unless the loss is scaled.")]
    [InlineData("mps", "float64", "The device mps has no float64; give float32, or the device cpu.")]
    public void What_is_not_supported_is_said_in_a_sentence(string? device, string? dtype, string sentence) =>
        Assert.StartsWith(
            sentence, Assert.Throws<ArgumentException>(() => Placement.Parse(device, dtype)).Message, StringComparison.Ordinal);

    [Fact]
    public void Nor_in_code()
    {
        Assert.StartsWith(
            "Nothing is trained in float16", Assert.Throws<ArgumentException>(() => Placement.In(ScalarType.Float16)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "'int64' is no element type", Assert.Throws<ArgumentException>(() => Placement.On(CPU, ScalarType.Int64)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "'xla' is no device", Assert.Throws<ArgumentException>(() => Placement.On("xla")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "cuda", 0,
        "There is no device cuda: TorchSharp finds no CUDA here. It needs an NVIDIA driver, and the package TorchSharp-cuda-linux")]
    [InlineData("cuda:3", 0, "There is no device cuda:3: TorchSharp finds no CUDA here.")]
    [InlineData("cuda:1", 1, "There is no device cuda:1: the only one of this machine is cuda:0.")]
    [InlineData("cuda:4", 4, "There is no device cuda:4: those of this machine are cuda:0 to cuda:3.")]
    [InlineData("mps", 0, "There is no device mps here.")]
    [InlineData("meta", 0, "Nothing trains on the device meta")]
    [InlineData("cuda", 1, null)]
    [InlineData("cuda:3", 4, null)]
    [InlineData("cpu", 1, null)]
    public void A_device_that_is_not_there_is_refused_with_what_is(string device, int count, string? sentence)
    {
        var placement = Placement.Parse(device, null);

        var refused = Record.Exception(() => placement.Require(_ => count));

        if (sentence is null) Assert.Null(refused);
        else Assert.StartsWith(sentence, Assert.IsType<ArgumentException>(refused).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gpu_is_given_one_trial_at_a_time()
    {
        Assert.Equal(1, Placement.On("cuda:1").Workers);
        Assert.Equal(Environment.ProcessorCount, Placement.AsBuilt.Workers);
        Assert.Equal(Environment.ProcessorCount, Placement.On(CPU, ScalarType.Float64).Workers);
    }

    [Fact]
    public void Results_of_two_placements_are_two_curves()
    {
        var half = Placement.On("cuda:1", ScalarType.BFloat16);
        TrialResult[] results =
        [
            .. from placement in new[] { Placement.AsBuilt, half }
               from rate in new[] { 0.25, 0.5, 1 }
               select new TransferTrial("muP", 64, rate, 0) { Placement = placement }.Result(rate),
        ];

        Assert.Equal(results.Length, results.Select(result => result.Id).Distinct().Count());
        Assert.Equal("transfer/parametrization=muP/width=64/rate=0.25/seed=0/device=cuda/dtype=bfloat16", results[3].Id);
        Assert.Equal(("cuda", "bfloat16"), (results[3].Settings["device"], results[3].Settings["dtype"]));
        Assert.Equal(["muP", "muP, cuda, bfloat16"], TransferTrial.Curves(results).Select(one => one.Parametrization));
        Assert.Equal(["muP"], TransferTrial.Curves(results[3..]).Select(one => one.Parametrization));
    }
}
