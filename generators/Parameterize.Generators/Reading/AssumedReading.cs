using System.Globalization;
using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>
/// The reading of a class that cannot be read as it stands, with as little as makes it readable taken to be so: that loops run, that
/// numbers are left out whose defaults say that there are none, that static numbers are what they are declared as. Only what the
/// constructor can be held to is: by the number of modules in a container, by the shapes of tensors, by the number itself.
/// </summary>
internal sealed class AssumedReading
{
    /// <summary>Most loops of one class that are taken to run.</summary>
    private const int MostLoops = 6;

    private readonly ReadingContext _context;
    private readonly ClassReading _first;
    private readonly Dictionary<(int Loop, bool AreStaticsAsDeclared), BuiltClass> _passed = [];

    private AssumedReading(ReadingContext context, ClassReading first) => (_context, _first) = (context, first);

    /// <summary>That reading, and what it finds; null if nothing that may be taken to be so makes the class readable.</summary>
    public static (ClassReading Reading, IReadOnlyList<Finding> Findings)? Of(ReadingContext context, ClassReading first)
    {
        var (offered, reading) = (first.Built.Offered, new AssumedReading(context, first));
        var statics = new Assumed { AreStaticsAsDeclared = offered.Statics.Count > 0 };
        var loops = offered.Loops.Count is 0 or > MostLoops ? null : statics with
        {
            Loops = Enumerable.Range(0, offered.Loops.Count).ToDictionary(static loop => loop, static _ => true),
        };
        var options = offered.HasOptions ? statics with { AreOptionsLeftOut = true } : null;
        return (loops is null ? null : reading.Least(loops))
            ?? (options is null ? null : reading.Least(options))
            ?? (statics.AreStaticsAsDeclared ? reading.Checked(statics) : null);
    }

    /// <summary>
    /// What is wrong with a class that nothing makes readable: a static number is not, which could be taken for what it is declared as.
    /// </summary>
    public static IReadOnlyList<Finding> Findings(ReadingContext context, ClassReading first, IReadOnlyList<Finding> findings)
    {
        if (first.Built.Offered.Statics.Count == 0)
        {
            return findings;
        }

        var other = context.Anew();
        ModelReader.Read(other, new Assumed { AreStaticsAsDeclared = true }, null);
        return other.Findings;
    }

    /// <summary>With all of that, and then with as little of it as does.</summary>
    private (ClassReading, IReadOnlyList<Finding>)? Least(Assumed all)
    {
        if (Read(all) is not var (reading, _))
        {
            return null;
        }

        var least = all with
        {
            Loops = all.Loops.Where(taken => FewestOf(reading, all, taken.Key) is not null)
                .ToDictionary(static taken => taken.Key, static taken => taken.Value),
        };
        var chosen = Checked(least);
        IReadOnlyList<Func<Assumed, Assumed>> lesses =
        [
            static assumed => assumed with { AreOptionsLeftOut = false },
            static assumed => assumed with { AreStaticsAsDeclared = false },
            .. least.Loops.Keys.Select<int, Func<Assumed, Assumed>>(static loop => assumed => assumed with
            {
                Loops = assumed.Loops.Where(taken => taken.Key != loop)
                    .ToDictionary(static taken => taken.Key, static taken => taken.Value),
            }),
        ];
        foreach (var less in lesses)
        {
            if (less(least) is var tried && tried != least && Checked(tried) is { } lesser)
            {
                (least, chosen) = (tried, lesser);
            }
        }

        return chosen;
    }

    private (ClassReading Reading, IReadOnlyList<Finding> Findings)? Read(Assumed assumed)
    {
        var context = _context.Anew();
        var reading = ModelReader.Read(context, assumed, assumed.AreOptionsLeftOut ? _first.Built : null);
        return context.Findings.Any(static finding => finding.IsError)
            || (assumed.Loops.Count > 0 && !reading.Built.Offered.Loops.SequenceEqual(_first.Built.Offered.Loops))
            ? null
            : (reading, context.Findings);
    }

    /// <summary>The reading with what its constructor is held to; null where something cannot be checked there.</summary>
    private (ClassReading Reading, IReadOnlyList<Finding> Findings)? Checked(Assumed assumed)
    {
        if (Read(assumed) is not var (reading, findings))
        {
            return null;
        }

        var fewest = assumed.Loops.Keys.Select(loop => FewestOf(reading, assumed, loop)).ToArray();
        return fewest.Contains(null) || (assumed.AreOptionsLeftOut && !AreClaimed(reading)) ? null : (reading with
        {
            Model = reading.Model with
            {
                Fewest = fewest.OfType<FewestSpec>().Distinct().ToEquatableArray(),
                Declared = (assumed.AreStaticsAsDeclared ? reading.Built.Offered.Statics : []).Select(Spec).ToEquatableArray(),
            },
        }, findings);
    }

    private static DeclaredSpec Spec((ISymbol Member, object Declared) number)
    {
        var type = number.Member.ContainingType;
        return new(
            $"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Literal.Identifier(number.Member.Name)}",
            $"{type.Name}.{number.Member.Name}",
            Convert.ToDouble(number.Declared, CultureInfo.InvariantCulture));
    }

    /// <summary>A container that holds more, however often else, if the loop ran than it can hold if it did not.</summary>
    private FewestSpec? FewestOf(ClassReading reading, Assumed assumed, int loop)
    {
        var key = (loop, assumed.AreStaticsAsDeclared);
        if (!_passed.TryGetValue(key, out var passed))
        {
            _passed[key] = passed = ModelReader.Built(
                _context.Anew(), assumed with { Loops = new Dictionary<int, bool> { [loop] = false } });
        }

        foreach (var member in reading.Built.Members.Where(static member => member.Form != LayerForm.Parameter))
        {
            if (InsideOf(reading.Built, member) is { Least: var least } && InsideOf(passed, member)?.Most < least)
            {
                return new(LayerBuilder.RootOf(member), least, SizeNames.Shortened(_first.Built.Offered.Loops[loop]));
            }
        }

        return null;
    }

    private static Contents? InsideOf(BuiltClass built, LayerMember member) =>
        built.All.TryGetValue(member.Symbol.Name, out var value) && value.Holding is { IsSole: true, IsKnown: true } holding
            ? holding.Inside
            : null;

    /// <summary>Whether each size that is known only because numbers are left out is claimed of a tensor.</summary>
    private bool AreClaimed(ClassReading reading)
    {
        var before = _first.Built.Parts.SelectMany(static part => part.Value?.Calls ?? []).ToLookup(static call => call.Syntax);
        return Titles(_first).SequenceEqual(Titles(reading)) && reading.Built.Parts
            .Where(static part => part.Member.Declared != ParameterKind.Finite && part.Value is not null)
            .All(part => part.Value!.Shape?.All(static size => size.AtBase is not null) != false
                && part.Value.Calls.All(call => IsAsBefore(call) || IsClaimed(part.Member, call)));

        bool IsAsBefore(FactoryCall call) => Enumerable.Range(0, call.Arguments.Count).All(index => IsKnown(call, index));

        bool IsKnown(FactoryCall call, int index) => before[call.Syntax].Any()
            && before[call.Syntax].All(earlier => Equals(earlier.Dimension(index).Ratio, call.Dimension(index).Ratio));

        bool IsClaimed(LayerMember member, FactoryCall call) => member is { Form: LayerForm.Module, Shape: { } shape }
            && shape.Tensors.SelectMany(static tensor => tensor.FanIn is { } fan ? [fan, tensor.FanOut] : new[] { tensor.FanOut })
                .All(fan => fan.Arguments.All(index => IsKnown(call, index)) || fan.Of(call) is { AtBase: not null, IsRough: false })
            && reading.Model.Layers.Any(layer => layer.Member == Literal.Identifier(member.Symbol.Name)
                && layer.Place == member.Place && Equals(layer.Step, member.Step)
                && layer.Tensors.All(static tensor => tensor.Shape is not null));
    }

    private static IEnumerable<string> Titles(ClassReading reading) =>
        reading.Built.Parts.Select(static part => LayerBuilder.TitleOf(part.Member));
}
