using Parameterize.Printing;
using Parameterize.Tool;

return await ToolCommand.InvokeAsync(args, Printer.OfConsole());
