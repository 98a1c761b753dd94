using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Model;

/// <summary>A draw whose std depends on both sides of a matrix, which do not grow alike.</summary>
/// <param name="First">How the first side grows.</param>
/// <param name="Second">How the second side grows.</param>
/// <param name="IsLonger">Whether the longer side decides, as in an orthogonal matrix; else it is their sum, as in Xavier's.</param>
internal sealed record FanDraw(Factor First, Factor Second, bool IsLonger);
