using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Identity.Web.Components;

/// <summary>One question of a form as the model and its state know it.</summary>
internal sealed class Field
{
    private readonly ViewContext _context;

    private Field(ViewContext context, string name, object? model)
    {
        _context = context;
        Name = context.ViewData.TemplateInfo.GetFullHtmlFieldName(name);
        Id = TagBuilder.CreateSanitizedId(Name, "-");
        Model = model;
        var state = context.ModelState[Name];
        Value = state?.AttemptedValue ?? model?.ToString();
        Problem = state?.Errors.FirstOrDefault()?.ErrorMessage;
    }

    public string Name { get; }

    public string Id { get; }

    public object? Model { get; }

    /// <summary>What the person typed, else what the model holds.</summary>
    public string? Value { get; }

    public string? Problem { get; }

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public string? DescribedBy(bool hint) => (hint, Problem) switch
    {
        (false, null) => null,
        (true, null) => HintId,
        (false, _) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    /// <summary>Reads the field and tells the page's frame of its problem, in the order of the page.</summary>
    public static Field Of(ViewContext context, ModelExpression expression, string firstBox = "")
    {
        var field = new Field(context, expression.Name, expression.Model);
        field.Report(field.Id + firstBox);
        return field;
    }

    /// <summary>A part of this question with a box of its own, such as the month of a date.</summary>
    public Field Part(string name, object? model)
    {
        var part = new Field(_context, $"{Name}.{name}", model);
        part.Report(part.Id);
        return part;
    }

    private void Report(string id)
    {
        var frame = PageFrame.Of(_context.HttpContext);
        frame.Fields.Add(Name);
        if (Problem is not null)
            frame.Problems.Add(new PageFrame.Problem(id, Problem));
    }
}
