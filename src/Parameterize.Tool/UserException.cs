namespace Parameterize.Tool;

/// <summary>Something that the user can mend, said in a sentence or two: what, where, what to do.</summary>
internal sealed class UserException : Exception
{
    public UserException(string message, int exitCode = Tool.ExitCode.Usage)
        : base(message) => ExitCode = exitCode;

    public UserException(string message, Exception inner, int exitCode = Tool.ExitCode.Usage)
        : base(message, inner) => ExitCode = exitCode;

    public int ExitCode { get; }
}
