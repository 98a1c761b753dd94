using Parameterize.Site;

if (args is not [var root, var target, .. var rest] || rest.Length > 1)
{
    Console.Error.WriteLine("usage: Site REPOSITORY TARGET [ADDRESS OF SOURCES]");
    return 2;
}

var pages = new SitePages(Path.GetFullPath(root), rest is [{ Length: > 0 } address] ? address : null);
if (pages.WithoutPlace is [_, ..] lost)
{
    Console.Error.WriteLine($"{SitePages.GuidesToc} does not name {string.Join(" and ", lost)}: add a line for it, at its place.");
    return 1;
}

pages.WriteTo(target);
return 0;
