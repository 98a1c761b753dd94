using System.Text.RegularExpressions;

namespace Parameterize.Analyzers.Tests;

/// <summary>What a user reads where a size is not followed: at the expression, what it is, and what to write instead.</summary>
public sealed partial class InferenceMessageTests
{
    // What the constructor does, what else its class has, what else the file has, and what is said of the marked expression.
    public static TheoryData<string, string, string, string> Said => new()
    {
        {
            "_x = Linear(8, {|PMZ0008:width + System.Environment.ProcessorCount|});", "", "",
            "adds numbers that do not grow alike, so that it is no multiple of a width; give it as a product of widths and constants; "
                + "or say what it is at base widths, as in [Hidden(BaseFanOut = 172)]"
        },
        {
            "_x = Linear({|PMZ0008:(long)(System.Environment.ProcessorCount * 0.3 * width)|}, width);", "", "",
            "may leave a remainder, so that it does not grow in proportion; choose sizes that divide, or compute it of [Width] parameters "
                + "and constants alone; "
                + "or say what it is at base widths, as in [Hidden(BaseFanIn = 172)]"
        },
        {
            "_x = Linear(8, {|PMZ0008:System.Math.Max(width, System.Environment.ProcessorCount)|});", "", "",
            "is one number at some widths and another at others; choose one of them; or say what it is at base widths, as in "
                + "[Hidden(BaseFanOut = 172)]"
        },
        {
            "_x = Linear(8, {|PMZ0008:(short)(64 * width)|});", "", "",
            "has no value at 64 times the base; use numbers that do not overflow and need no exception"
        },
        {
            "_x = Linear(8, {|PMZ0008:width % 5|});", "", "",
            "is 4 at base widths and 3 at 2 times the base; give a size that does not shrink as widths grow"
        },
        {
            "_x = Linear(8, {|PMZ0008:64 / width|});", "", "",
            "is 0 at 2 times the base, which is no size of a layer"
        },
        {
            "_x = Linear(8, {|PMZ0008:(width + 511) / 512 * 512|});", "", "",
            "is 512 at base widths and at four times those, so that it is not known to grow; give a constant, or a size that grows from "
                + "the base on"
        },
        {
            "_x = Linear(8, {|PMZ0008:System.Math.Min(width, 512)|});", "", "",
            "stops growing: it is 512 at 16384 times the base and 512 at 32768 times the base; give a size that grows with its widths "
                + "throughout"
        },
        {
            "_x = Linear(width, {|PMZ0008:width > 64 ? 32 : 16|});", "", "",
            "stops growing: it is 32 at 16384 times the base and 32 at 32768 times the base; give a size that grows with its widths "
                + "throughout"
        },
        {
            "_x = Linear(8, {|PMZ0008:(long)System.Math.Pow(width, 1.2)|});", "", "",
            "grows like no power of its widths: from 1.67772E+07 at 16384 times the base to 3.85439E+07 at 32768 times the base; give a "
                + "size that grows like one"
        },
        {
            "long h = 1;\nwhile ({|PMZ0008:h < width|}) h *= 2;\n_x = Linear(8, h);", "", "",
            "depends on a width and decides which size it is; give it one size that grows alike at all widths"
        },
        {
            "long h = 16;\nif ({|PMZ0008:_big|}) h = width;\n_x = Linear(8, h);",
            "private readonly bool _big = System.Environment.Is64BitProcess;", "",
            "decides between sizes that do not grow alike; use one size, or sizes that all grow alike"
        },
        {
            "long h = 1;\nfor (var i = 0; {|PMZ0008:i < System.Environment.ProcessorCount|}; i++) h *= width;\n_x = Linear(8, h);", "", "",
            "decides between sizes that do not grow alike; use one size, or sizes that all grow alike"
        },
        {
            "_x = Linear(8, Grow(width, System.Environment.ProcessorCount));",
            "private static long Grow(long a, int depth) => depth == 0 ? a : {|PMZ0008:Grow(a * a, depth - 1)|};", "",
            "calls itself, or is called too deep to be followed; compute the size without recursion"
        },
        {
            "_x = Linear(8, new Sizes(width).Parsed);",
            "", "public sealed class Sizes(long width)\n{\n    public long Parsed => long.Parse({|PMZ0008:$\"{width}\"|});\n}",
            "is no product of widths and constants; give it as one"
        },
        {
            "_x = Linear(8, {|PMZ0008:_sizes.Inner(width)|});", "private readonly Sizes _sizes = Sizes.Find();",
            "public abstract class Sizes\n{\n    public abstract long Inner(long width);\n\n    public static extern Sizes Find();\n}",
            "may be overridden, so that it is not followed; seal its class, or compute the size without it"
        },
        {
            "var later = {|PMZ0008:Wait(width)|};\n_x = Linear(8, later.Result);",
            "private static async System.Threading.Tasks.Task<long> Wait(long a) { await System.Threading.Tasks.Task.Yield(); return a; }",
            "",
            "runs asynchronously, which is not followed; compute the size before"
        },
        {
            "_x = Linear(width, {|PMZ0008:Defaults.Inner|});", "",
            "public static class Defaults\n{\n    public static long Inner { get; set; } = System.Environment.ProcessorCount;\n}",
            "can be set elsewhere, so that its value here is not known; make it const or readonly"
        },
        {
            "_x = Linear(width, {|PMZ0008:Defaults.Inner|}[0]);", "",
            "public static class Defaults\n{\n    public static readonly long[] Inner = { 16 };\n}",
            "is an object that others can change; make it private or an ImmutableArray, or its elements constants"
        },
        {
            "_x = Linear(8, {|PMZ0008:new System.Version((int)width, 1).Major|});", "", "",
            "is computed in System.Runtime, which is not followed; compute the size in the constructor"
        },
        {
            "long h = 16;\nagain: h = width;\nif (h < 0) {|PMZ0008:goto again;|}\n_x = Linear(8, h);", "", "",
            "jumps, which is not followed; use a loop, or a method with a return"
        },
        {
            "long h = 16;\nswitch (width) { case 64: h = 32; {|PMZ0008:goto default;|} default: h += width; break; }\n_x = Linear(8, h);",
            "", "",
            "jumps, which is not followed; use a loop, or a method with a return"
        },
        {
            "object o = width;\n_x = Linear(8, {|PMZ0008:o is long v|} ? v : 16);", "", "",
            "tests the type of what depends on a width, which is not followed; keep the number in a variable of its own type"
        },
        {
            "long h = width;\n{|PMZ0008:try { h = int.Parse(\"8\"); } catch { h = 16; }|}\n_x = Linear(8, h);", "", "",
            "is handled where it fails, which may be at some widths only; give sizes that do not depend on it"
        },
        {
            "long h = 16;\nvar thread = {|PMZ0008:new System.Threading.Thread(() => h = width)|};\n_x = Linear(8, h);", "", "",
            "keeps it in an object of System.Threading.Thread, which is not followed; use a class of the project, or variables"
        },
        {
            "_x = Linear(8, {|PMZ0008:_make(width)|});",
            "private readonly System.Func<long, long> _make = Find();\nprivate static extern System.Func<long, long> Find();", "",
            "calls a function that is not followed; call the method itself"
        },
        {
            "_x = Linear(width, {|PMZ0008:s_inner|});",
            "private static long s_inner = 16;\npublic static void Set(long inner) => s_inner = inner;", "",
            "is static and also written in line 13, who knows when; pass the size on instead"
        },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public Task At_the_expression(string build, string members, string more, string reason)
    {
        var marked = Marked().Match(build + members + more);
        var text = string.Join(" ", marked.Groups["text"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var shortened = text.Length <= 60 ? text : text[..57] + "...";
        return Subject.Analyzers.Verify(
            Source.Model(members: "private readonly Linear _x;\n" + members, build: build, more: more),
            new ExpectedDiagnostic(
                "PMZ0008", $"How '_x' scales is neither declared nor can it be read off the constructor ('{shortened}' {reason})"));
    }

    [GeneratedRegex(@"\{\|PMZ0008:(?<text>.*?)\|\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Marked();
}
