using Parameterize.Models.Tests.Harness;

namespace Parameterize.Models.Tests;

/// <summary>Annotating is a matter of few lines.</summary>
public sealed class ChangeTests(ChangeTable table) : IClassFixture<ChangeTable>
{
    [Fact]
    public void Half_of_the_models_change_in_six_lines_or_fewer() => Assert.InRange(table.Median, 1, 6);

    [Fact]
    public void No_field_is_declared_anew() => Assert.All(table.Changes, change => Assert.Empty(change.Fields));
}
