namespace Parameterize.Analyzers.Tests;

/// <summary>Where the constructor is not understood, the message stands at the expression.</summary>
public sealed class InferenceLimitTests
{
    [Theory]
    [InlineData("_x = Linear({|PMZ0008:System.Math.Max(width, System.Environment.ProcessorCount)|}, width);")]
    [InlineData("_x = Linear({|PMZ0008:width + System.Environment.ProcessorCount|}, width);")]
    [InlineData("var a = width;\nwhile ({|PMZ0008:a < 100|}) { a = a * width; }\n_x = Linear(8, a);")]
    [InlineData("long Grow(long a) => a < 2 ? a : {|PMZ0008:Grow(a * width)|};\n_x = Linear(8, Grow(width));")]
    [InlineData("var a = width;\n{|PMZ0008:a += System.Environment.ProcessorCount|};\n_x = Linear(8, a);")]
    [InlineData("long.TryParse({|PMZ0008:$\"{width}\"|}, out var a);\n_x = Linear(8, a);")]
    public Task The_expression_is_named(string build) => Subject.Analyzers.Verify(
        Source.Model(members: "private readonly Linear _x;", build: build));
}
