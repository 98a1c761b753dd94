namespace Parameterize.Generators.Infrastructure;

internal static class ListExtensions
{
    /// <summary>The item of a list that has one and no more; null for any other.</summary>
    public static T? Only<T>(this IReadOnlyList<T> list)
        where T : class => list.Count == 1 ? list[0] : null;
}
