namespace Parameterize.Charts.Live;

/// <summary>The script of a page: of our own, so that nothing is loaded from elsewhere.</summary>
internal static class PageScript
{
    /// <summary>All of it, with nothing left in the page's own names.</summary>
    public static string Text { get; } = $"(() => {{\n'use strict';\n{Part("ticks.js")}{Part("charts.js")}{Part("figures.js")}}})();\n";

    /// <summary>One of its files.</summary>
    public static string Part(string name)
    {
        using var stream = typeof(PageScript).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
