using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

public class StateTests
{
    [Fact]
    public void Files_round_trip()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var saved = Make(1);
            using var loaded = Make(2);
            var parameter = loaded.parameters().First();
            saved.save(path);
            Dictionary<string, bool> names = [];
            loaded.load(path, loadedParameters: names);
            Assert.Equal(saved.state_dict().Keys, names.Keys);
            AssertSame(saved, loaded);
            Assert.Same(parameter, loaded.parameters().First());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Dictionaries_copy_in_place_and_are_strict()
    {
        using var source = Make(1);
        using var target = Make(2);
        var state = source.state_dict();
        var (missing, unexpected) = target.load_state_dict(state);
        Assert.Empty(missing.Concat(unexpected));
        AssertSame(source, target);
        state.Remove("0.bias");
        Assert.Throws<InvalidOperationException>(() => target.load_state_dict(state));
        Assert.Equal(["0.bias"], target.load_state_dict(state, strict: false).missing_keys);
        target.load_state_dict(state, skip: ["0.bias"]);
    }

    private static TorchSharp.Modules.Sequential Make(long seed)
    {
        manual_seed(seed);
        var module = Sequential(Linear(5, 4), BatchNorm1d(4), Linear(4, 3));
        module.call(randn(8, 5)).Dispose();
        return module;
    }

    private static void AssertSame(Module first, Module second)
    {
        var (left, right) = (first.state_dict(), second.state_dict());
        Assert.Equal(left.Keys, right.Keys);
        Assert.All(left, entry => Assert.True(entry.Value.Equals(right[entry.Key]), entry.Key));
    }
}
