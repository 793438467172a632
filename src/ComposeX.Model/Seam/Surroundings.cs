using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Synthesis;

namespace ComposeX.Model.Seam;

/// <summary>What a room may look at beside its own YAML: where the application runs, and what it consists of. Nothing here can be changed.</summary>
/// <param name="Network">Null when nothing needs a network, or when there is none: then that has been reported.</param>
/// <param name="Cluster">Null when there are no families.</param>
public sealed record Surroundings(
    ComposeProject Project,
    IReadOnlyList<Family> Families,
    IReadOnlyList<Declaration> Declarations,
    IReadOnlyList<Link> Links,
    LookupLock Lookups,
    NetworkOffer? Network,
    ClusterOffer? Cluster)
{
    /// <summary>The files beside the compose file; null where there is no disk.</summary>
    public ProjectFiles? Files { get; init; }

    /// <summary>The root stack's name as the build knows it. A template refers to the name it is deployed by (<c>CfnRootStackName</c>); this is for limits of length.</summary>
    public string StackName { get; init; } = "";

    /// <summary>What families' own keys give to the application, as if each were declared under the x-key of the module that knows them.</summary>
    public IReadOnlyList<(Declaration Declaration, Offer Offer)> OffersOfFamilies { get; init; } = [];

    private readonly ILookup<string, Family> _familiesByName = Families.ToLookup(family => family.Name, StringComparer.Ordinal);

    private readonly ILookup<string, Link> _linksByFamily = Links.ToLookup(link => link.Family.Name, StringComparer.Ordinal);

    private readonly ILookup<(string Key, string Name), Link> _linksByDeclaration = Links.ToLookup(link => (link.Declaration.Module.Key, link.Declaration.Name));

    private readonly ILookup<string, Family> _familiesByService = Families
        .SelectMany(family => family.Services.Select(service => (service.Name, family)))
        .ToLookup(pair => pair.Name, pair => pair.family, StringComparer.Ordinal);

    private readonly IReadOnlyList<(Declaration Declaration, Offer Offer)> _offers =
        [.. Declarations.SelectMany(declaration => declaration.Module.Offers(declaration).Select(offer => (declaration, offer)))];

    /// <summary>All offers of one kind, each with the declaration that makes it.</summary>
    public IEnumerable<(Declaration Declaration, T Offer)> Offers<T>()
        where T : Offer => _offers.Concat(OffersOfFamilies).Where(pair => pair.Offer is T).Select(pair => (pair.Declaration, (T)pair.Offer));

    /// <summary>The family of a name, or null.</summary>
    public Family? FindFamily(string name) => _familiesByName[name].FirstOrDefault();

    /// <summary>The families that a compose service belongs to.</summary>
    public IEnumerable<Family> FamiliesOf(string service) => _familiesByService[service];

    /// <summary>Whom a name means: a family, or else every family that the service of that name belongs to.</summary>
    public IReadOnlyList<Family> Resolve(string name) => FindFamily(name) is { } family ? [family] : [.. FamiliesOf(name)];

    /// <summary>What a family uses.</summary>
    public IEnumerable<Link> LinksOf(Family family) => _linksByFamily[family.Name];

    /// <summary>Who uses a declaration.</summary>
    public IEnumerable<Link> LinksTo(Declaration declaration) => _linksByDeclaration[(declaration.Module.Key, declaration.Name)];

    /// <summary>What AWS services send to a declaration on behalf of others.</summary>
    public IEnumerable<DeliveryOffer> DeliveriesTo(Declaration target) => Offers<DeliveryOffer>().Select(pair => pair.Offer).Where(delivery =>
        string.Equals(delivery.Target.Key, target.Module.Key, StringComparison.Ordinal) && string.Equals(delivery.Target.Name, target.Name, StringComparison.Ordinal));

    /// <summary>What a reference leads to, as one that takes deliveries; null when it is none.</summary>
    public ReceiverOffer? ReceiverOf(DeclarationReference target) =>
        FindDeclaration(target.Key, target.Name) is { } declaration ? declaration.Module.Offers(declaration).OfType<ReceiverOffer>().FirstOrDefault() : null;

    /// <summary>Whether an ECS service keeps the family's tasks running, and not only something else starts them now and then.</summary>
    public bool HasService(Family family) =>
        !Offers<TaskStartOffer>().Any(start => start.Offer.ReplacesService && Resolve(start.Offer.Target.Value).Contains(family));

    /// <summary>A declaration by the names the user gave, or null.</summary>
    public Declaration? FindDeclaration(string key, string name) => Declarations.FirstOrDefault(declaration =>
        string.Equals(declaration.Module.Key, key, StringComparison.Ordinal) && string.Equals(declaration.Name, name, StringComparison.Ordinal));
}
