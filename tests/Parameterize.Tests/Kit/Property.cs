using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace Parameterize.Tests.Kit;

/// <summary>Runs a property on random values. Prints the seed; PARAMETERIZE_SEED replays one.</summary>
internal static class Property
{
    public static void Holds<T>(ITestOutputHelper output, Gen<T> values, Action<T> body, int tests = 500)
    {
        var seed = Environment.GetEnvironmentVariable("PARAMETERIZE_SEED") is { Length: > 0 } given
            ? ulong.Parse(given, CultureInfo.InvariantCulture)
            : (ulong)Random.Shared.NextInt64();
        output.WriteLine($"PARAMETERIZE_SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        var config = Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        Check.One(config, Prop.ForAll(values.ToArbitrary(), body));
    }
}
