using Parameterize.Tool;
using Parameterize.Tool.Printing;

return await ToolCommand.InvokeAsync(args, Printer.OfConsole());
