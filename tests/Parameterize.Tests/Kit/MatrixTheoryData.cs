namespace Parameterize.Tests.Kit;

/// <summary>Every pair.</summary>
internal sealed class MatrixTheoryData<TFirst, TSecond>(IEnumerable<TFirst> first, IEnumerable<TSecond> second)
{
    public TheoryData<TFirst, TSecond> Rows()
    {
        var rows = new TheoryData<TFirst, TSecond>();
        foreach (var (x, y) in first.SelectMany(x => second.Select(y => (x, y))))
        {
            rows.Add(x, y);
        }

        return rows;
    }
}
