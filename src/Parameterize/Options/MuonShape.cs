namespace Parameterize;

/// <summary>
/// The factor by which a Muon's steps depend on a matrix's shape at base widths, outputs by inputs. How steps change from there with width,
/// the model's rule says, whichever it is.
/// </summary>
public enum MuonShape
{
    /// <summary>None: a step has spectral norm lr.</summary>
    None,

    /// <summary><c>sqrt(max(1, outputs/inputs))</c>, of Muon's author (Jordan et al., 2024).</summary>
    Jordan,

    /// <summary>
    /// <c>0.2 sqrt(max(outputs, inputs))</c>, with which entries move as far as under AdamW, whose rate can be used (Moonlight,
    /// arXiv 2502.16982).
    /// </summary>
    Moonlight,
}
