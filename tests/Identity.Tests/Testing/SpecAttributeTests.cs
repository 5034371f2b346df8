using Identity.Testing;

using Xunit;

namespace Identity.Tests.Testing;

public sealed class SpecAttributeTests
{
    [Fact]
    public void A_clause_is_a_trait_that_the_ledger_can_count()
    {
        var trait = Assert.Single(new SpecAttribute("RFC 9449", "4.3").GetTraits());

        Assert.Equal(KeyValuePair.Create("Spec", "RFC 9449 §4.3"), trait);
    }
}
