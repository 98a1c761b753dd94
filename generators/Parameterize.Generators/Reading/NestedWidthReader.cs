using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Reading;

/// <summary>A number that a model inside is given.</summary>
/// <param name="Call">What makes the model.</param>
/// <param name="Parameter">Its parameter; null for one in an options object.</param>
/// <param name="Size">The number.</param>
internal sealed record NestedArgument(FactoryCall Call, IParameterSymbol? Parameter, Dimension Size);

/// <summary>
/// What the widths of the models that one member holds are in the model around them: how each grows there, and what it is at its base. A
/// block's rules depend on ratios alone, so blocks of one class may have any sizes, as long as those grow alike.
/// </summary>
internal sealed class NestedWidthReader(ReadingContext context, LayerMember member, IReadOnlyList<string> widthSymbols)
{
    private readonly List<NestedWidth> _all = [];

    /// <summary>The widths of all classes that were read; a class whose widths are only handed through has none.</summary>
    public IReadOnlyList<NestedWidth> All => _all;

    /// <summary>Reads the calls that make models of one class; false if something is wrong with one, which was reported.</summary>
    public bool Read(InnerModel inner, IReadOnlyList<FactoryCall> calls)
    {
        var isRight = true;
        foreach (var (name, spec) in inner.Growing)
        {
            var arguments = calls.Select(call => Argument(call, name)).OfType<NestedArgument>().ToArray();
            if (arguments.Length == 0 || arguments.All(argument => IsHandedThrough(argument.Size, spec)))
            {
                continue;
            }

            if (arguments.Select(argument => (argument, Problem: Problem(argument.Size, spec, arguments[0].Size)))
                .FirstOrDefault(found => found.Problem is not null)
                is { Problem: { } problem } wrong)
            {
                Report(inner, LocationOf(member, wrong.argument.Call, wrong.argument.Parameter), problem.What, problem.Advice);
                isRight = false;
                continue;
            }

            isRight &= arguments[0].Size.Ratio is null
                || Add(inner, arguments.Select(argument => argument.Call), spec, arguments.Select(argument => argument.Size).ToArray());
        }

        return isRight;
    }

    private static NestedArgument? Argument(FactoryCall call, string name)
    {
        if (call.Options.TryGetValue(name, out var option))
        {
            return new(call, null, option);
        }

        return call.Method.Parameters.FirstOrDefault(candidate => candidate.Name == name) is { } parameter
            ? new(call, parameter, call.Dimension(parameter.Ordinal))
            : null;
    }

    /// <summary>The argument, if it is written out in the member's own file.</summary>
    public static Location LocationOf(LayerMember member, FactoryCall call, IParameterSymbol? parameter)
    {
        if (parameter is null)
        {
            return member.Location;
        }

        return SizeNames.ArgumentOf(call, parameter.Ordinal) is { } argument && argument.SyntaxTree == member.Location.SourceTree
            ? argument.GetLocation() : member.Location;
    }

    /// <summary>A head's width, or a depth, of which the class around says nothing: it is the inner model's to say.</summary>
    private static bool IsHandedThrough(Dimension size, WidthSpec spec) =>
        spec.Axis != GrowthAxis.Width && size.IsFinite && size.AtBase is null;

    private static (string What, string Advice)? Problem(Dimension size, WidthSpec spec, Dimension first)
    {
        if (size.Ratio is null)
        {
            if (size.AtBase == spec.Base)
            {
                return null;
            }

            return (
                $"how its {spec.Parameter} grows is not "
                    + $"known{(size.Doubt is { } doubt ? $", because '{SizeNames.Shortened(doubt.Expression)}' {doubt.Cause}" : "")}",
                size.Doubt?.Advice ?? "compute it from the constructor's parameters by arithmetic");
        }

        if (!size.Ratio.Equals(first.Ratio) || IsHandedThrough(size, spec) != IsHandedThrough(first, spec))
        {
            return (
                $"its {spec.Parameter} {Grows(size.Ratio)} here and {Grows(first.Ratio)} elsewhere in the same member",
                "hold each in a member of its own");
        }

        return null;
    }

    private static string Grows(Factor? ratio)
    {
        if (ratio is null)
        {
            return "grows in a way that is not known";
        }

        return ratio.IsOne ? "does not grow" : $"grows like {ratio}";
    }

    private bool Add(InnerModel inner, IEnumerable<FactoryCall> calls, WidthSpec spec, IReadOnlyList<Dimension> sizes)
    {
        var bases = sizes.Select(size => size.AtBase).Distinct().ToArray();
        var isFinite = sizes[0].IsFinite && spec.Axis != GrowthAxis.Depth;
        var isOwn = !isFinite && bases.Length == 1 && bases[0] == spec.Base;
        var added = new NestedWidth(spec.Symbol, spec.Parameter, sizes[0].Ratio!, bases.Length == 1 ? bases[0] : null, isOwn, isFinite);
        if (bases.Length > 1 && added.Ratio.Powers.Any(power => !widthSymbols.Contains(power.Key)))
        {
            Report(
                inner, member.Location, $"its {spec.Parameter} is computed, and not the same for all in the member",
                "hold each in a member of its own");
            return false;
        }

        if (!isOwn && inner.Computed.Value is { } computed)
        {
            Report(
                inner,
                member.Location,
                $"its {spec.Parameter} {(isFinite ? "does not grow here" : "has another base here")}, and it computes '{computed}' from "
                    + $"its widths",
                isFinite
                    ? "compute that size outside and hand it in as a [Width]"
                    : "give it its own base, or compute that size outside and hand it in as a [Width]");
            return false;
        }

        if (isFinite && inner.Explicit is { } special)
        {
            Report(
                inner,
                member.Location,
                $"its {spec.Parameter} does not grow here, and '{special}' of it scales by [Exponents], which hold for one kind alone",
                "build this one of plain layers, or leave the rule of its kind to that layer");
            return false;
        }

        if (!isOwn && calls.Any(IsInFieldInitializer))
        {
            Report(
                inner, member.Location,
                $"its {spec.Parameter} {(isFinite ? "does not grow here" : "has another base here")}, and a field's initializer builds "
                    + $"it before that can be said", "build it in the constructor");
            return false;
        }

        var other = _all.FirstOrDefault(width => width.Symbol == spec.Symbol);
        if (other is null)
        {
            _all.Add(added);
        }
        else if (!other.Ratio.Equals(added.Ratio))
        {
            Report(
                inner,
                member.Location,
                $"its {spec.Parameter} grows like {added.Ratio}, that of another class in the same member like {other.Ratio}",
                "hold each in a member of its own");
            return false;
        }
        else if (other.Base != added.Base)
        {
            _all[_all.IndexOf(other)] = other with { Base = null, IsOwnBase = other.IsOwnBase && added.IsOwnBase };
        }

        return true;
    }

    private bool IsInFieldInitializer(FactoryCall call) => call.Syntax.Ancestors()
        .TakeWhile(node => node is not (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null });

    private void Report(InnerModel inner, Location location, string what, string advice) => context.Report(
        Descriptors.NestedDisagrees, location, member.Symbol.Name, inner.Type.Name, context.Type.Name, what, advice);
}
