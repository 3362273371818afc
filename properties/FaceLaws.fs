namespace GmmPure.Properties

open System
open System.Reflection
open Microsoft.FSharp.Reflection
open Xunit
open GmmPure
open GmmPure.Families
open GmmPure.FSharp

/// The F# face as a whole: named as the C# one, and complete.
module FaceLaws =

    let private face =
        typeof<StatusView>.Assembly.GetExportedTypes()
        |> Array.filter (fun each -> FSharpType.IsModule each)

    let private functions (modules: seq<Type>) =
        modules
        |> Seq.collect _.GetMethods(BindingFlags.Public ||| BindingFlags.Static)
        |> Seq.toList

    let private ofModule name =
        functions (face |> Array.filter (fun each -> each.Name = name))

    let private lower (name: string) =
        string (Char.ToLowerInvariant name[0]) + name[1..]

    [<Fact>]
    let ``Every module is told by its name, and every function has a name for either language`` () =
        Assert.NotEmpty face

        for each in face do
            Assert.NotNull(each.GetCustomAttribute<RequireQualifiedAccessAttribute>())

        for each in functions face do
            if not each.IsSpecialName then
                let source = each.GetCustomAttribute<CompilationSourceNameAttribute>()
                Assert.False(isNull (box source), $"{each.DeclaringType.Name}.{each.Name} has no compiled name")
                Assert.Equal(lower each.Name, source.SourceName)

    /// A factory "From" or "Of" something is "of" it in F#, and one that only another name calls has none.
    let private inFSharp (name: string) =
        match name.Replace("From", "Of") with
        | "Of" -> "Create"
        | "TryOf" -> "TryCreate"
        | "KMeansPlusPlus" -> "KMeans"
        | other -> other

    [<Fact>]
    let ``Every entry point of the core has its function`` () =
        let own (from: Type) =
            from.GetMethods(
                BindingFlags.Public
                ||| BindingFlags.Static
                ||| BindingFlags.Instance
                ||| BindingFlags.DeclaredOnly
            )
            |> Seq.filter (fun each ->
                not each.IsSpecialName
                && not (each.Name.StartsWith '<')
                && not (List.contains each.Name [ "Equals"; "GetHashCode"; "ToString" ]))
            |> Seq.map (fun each -> inFSharp each.Name)
            |> Seq.distinct

        let missing =
            [
                typeof<Em>, [ "Em"; "Mixture" ]
                typeof<Initial>, [ "Initial"; "Mixture" ]
                typeof<Clustering>, [ "Clustering" ]
                typeof<Convergence>, [ "Convergence" ]
                typeof<GaussianMixture>, [ "GaussianMixture" ]
                typeof<Mixture>, [ "Mixture" ]
                typedefof<Mixture<float>>, [ "Mixture" ]
                typeof<IMixture>, [ "AnyMixture" ]
                typeof<IFamily>, [ "AnyMixture"; "Family" ]
                typeof<FamilyFits>, [ "Mixture" ]
                typeof<Categories>, [ "Categories" ]
            ]
            |> List.collect (fun (from, modules) ->
                let known =
                    modules
                    |> List.collect ofModule
                    |> List.map _.Name.Replace("Known", "").Replace("TryFind", "Find")
                    |> Set.ofList

                [
                    for name in own from do
                        if not (Set.contains name known) then
                            $"{from.Name}.{name}"
                ])

        // An iteration is judged where the sequence is, by takeUntilConverged.
        Assert.Equal<string list>([ "Convergence.Judge" ], missing)

    /// What a function takes, by name and shape: a mixture is a mixture, and a family says what a structure says of Gaussians.
    let private parameters (each: MethodInfo) =
        [
            for parameter in each.GetParameters() do
                let shape =
                    if typeof<IMixture>.IsAssignableFrom parameter.ParameterType then
                        "mixture"
                    elif parameter.ParameterType = typeof<CovarianceStructure> then
                        "family"
                    elif typeof<IEstimator>.IsAssignableFrom parameter.ParameterType then
                        "family"
                    else
                        parameter.ParameterType.Name

                (if shape = "family" then "" else parameter.Name), shape
        ]

    [<Fact>]
    let ``A function of one name takes the same in both worlds`` () =
        let gaussian = [ "Em"; "Initial"; "GaussianMixture" ] |> List.collect ofModule
        let names = gaussian |> List.map _.Name |> Set.ofList

        let shared =
            [ "Mixture"; "AnyMixture" ]
            |> List.collect ofModule
            |> List.filter (fun each -> names.Contains each.Name && not (each.Name.EndsWith "Create"))

        Assert.True(List.length shared > 30)

        for other in shared do
            let own = gaussian |> List.find (fun each -> each.Name = other.Name)

            let known =
                parameters own = parameters other
                || ("", "family") :: parameters own = parameters other

            Assert.True(known, $"{other.DeclaringType.Name}.{other.Name}: %A{parameters own}, %A{parameters other}")

    [<Fact>]
    let ``Categories are those of numbers, of words, and of data`` () =
        let seen =
            Dataset.ofRows [ [ 4.0; 0.0 ]; [ 2.0; 0.0 ]; [ 4.0; 1.0 ] ]
            |> Categories.seenIn
            |> List.ofSeq

        Assert.Equal<Categories list>([ Categories.create [ 2.0; 4.0 ]; Categories.create [ 0.0; 1.0 ] ], seen)
        Assert.Equal<float list>([ 0.0; 1.0 ], Categories.named [ "no"; "yes" ] |> _.Values |> List.ofSeq)
        Assert.True(Categories.tryCreate [ 4.0; 2.0 ] |> Result.isError)
        Assert.True(Categories.tryNamed [ "no"; "no" ] |> Result.isError)
        Assert.True(Dataset.ofValues [ 0.5; 1.0 ] |> Categories.trySeenIn |> Result.isError)

    [<Fact>]
    let ``An option changes itself alone`` () =
        let options = Options.defaults |> Options.threads 3 |> Options.ridge 0.5
        Assert.Equal(EmOptions(Threads = Nullable 3, Ridge = 0.5), options)
        Assert.Equal(options, Options.defaults |> Options.ridge 0.5 |> Options.threads 3)
        Assert.Equal(options, options |> Options.threads 1 |> Options.threads 3)

        let variant = Variant.plain |> Variant.hard |> Variant.keepWeights
        Assert.Equal(EmVariant(IsHard = true, KeepsWeights = true), variant)
        Assert.Equal(variant, Variant.plain |> Variant.keepWeights |> Variant.hard)

    /// So that a new option cannot be lost on the way through the functions for the old ones.
    [<Fact>]
    let ``Every option has its function`` () =
        let settable (from: Type) =
            from.GetProperties()
            |> Seq.filter (fun each -> each.CanWrite && each.SetMethod.IsPublic)
            |> Seq.map _.Name
            |> Seq.sort

        Assert.Equal<string>([ "Ridge"; "Threads" ], settable typeof<EmOptions>)
        Assert.Equal<string>([ "IsHard"; "KeepsWeights" ], settable typeof<EmVariant>)

    [<Fact>]
    let ``A map written by hand makes the iterations of the two steps`` () =
        let data = Dataset.ofValues [ 0.0; 1.0; 2.0; 10.0; 11.0; 12.0 ]
        let start = data |> Initial.kMeans 2 1L
        let map = data |> Em.map

        let again =
            EmMap.create (EmMap.expect map) (EmMap.objective map) (EmMap.maximise map)

        let models history = history |> Seq.truncate 5 |> Seq.toList

        let plain = data |> Em.iterate start |> Seq.map _.Model |> models
        Assert.Equal<GaussianMixture list>(plain, start |> Em.iterateMap _.Weights map |> Seq.map _.Model |> models)
        Assert.Equal<GaussianMixture list>(plain, start |> Em.iterateMap _.Weights again |> Seq.map _.Model |> models)
        Assert.Equal(data |> Em.step start, EmMap.step again start)

        let engine mixture reference =
            data |> Em.passWith Options.defaults reference 0L mixture

        let elsewhere =
            data.Summary |> Em.iterateOn engine start |> Seq.map _.Model |> models

        Assert.Equal<GaussianMixture list>(plain, elsewhere)

    [<Fact>]
    let ``A mixture of whichever family goes on as what it is`` () =
        let counts = Dataset.ofValues [ 0.0; 1.0; 1.0; 2.0; 9.0; 11.0; 8.0; 10.0 ]
        let start = counts |> Mixture.kMeans Family.poisson 2 1L
        let read = start |> Mixture.toJson |> AnyMixture.parse

        Assert.Equal(Ok start, start |> Mixture.toJson |> Mixture.tryParse Family.poisson)
        Assert.Equal(counts |> Mixture.eStep start, counts |> AnyMixture.eStep read)

        Assert.Equal<float list>(
            counts
            |> Mixture.iterate start
            |> Seq.truncate 4
            |> Seq.map _.LogLikelihood
            |> Seq.toList,
            counts
            |> AnyMixture.iterate read
            |> Seq.truncate 4
            |> Seq.map _.LogLikelihood
            |> Seq.toList
        )

    [<Fact>]
    let ``The M-step from sufficient statistics is that of the data`` () =
        let data =
            Dataset.ofRows
                [
                    [ 0.0; 1.0 ]
                    [ 1.0; 3.0 ]
                    [ 2.0; 1.0 ]
                    [ 9.0; 5.0 ]
                    [ 8.0; 7.0 ]
                    [ 9.5; 6.0 ]
                ]

        let start = data |> Initial.kMeans 2 1L
        let statistics = (data |> Em.pass start).Statistics
        Assert.Equal(data |> Em.step start, statistics |> SufficientStatistics.mStep data.ColumnVariances)

    [<Fact>]
    let ``What is not valid is an error of the function that tries`` () =
        let argument =
            function
            | Ok _ -> "none"
            | Error(fault: ValueFault) -> fault.Argument

        let ball = Covariance.spherical 1 1.0
        Assert.Equal("none", GaussianMixture.tryCreate [ 1.0 ] [ [ 0.0 ] ] [ ball ] |> argument)
        Assert.Equal("weights", GaussianMixture.tryCreate [ 0.5 ] [ [ 0.0 ] ] [ ball ] |> argument)

        Assert.Equal(
            "means",
            GaussianMixture.tryCreate [ 0.5; 0.5 ] [ [ 0.0 ]; [] ] [ ball; ball ]
            |> argument
        )

        Assert.Equal("means", GaussianMixture.tryCreateTied [ 1.0 ] [ [ nan ] ] ball |> argument)
        Assert.Equal("variances", GaussianMixture.tryUnivariate [ 1.0 ] [ 0.0 ] [ -1.0 ] |> argument)
        Assert.Equal("variances", Covariance.tryDiagonal [ 0.0 ] |> argument)
        Assert.Equal("dimension", Covariance.trySpherical 0 1.0 |> argument)
        Assert.Equal("levels", Family.tryCategorical [ 2; 0 ] |> argument)
        Assert.Equal("columns", Family.tryCategoricalOf [] |> argument)
        Assert.Equal("weights", Mixture.tryCreate Family.poisson [ 0.5, Poisson 1.0 ] |> argument)

        let row =
            function
            | Error(fault: DataFault) ->
                match DataFault.view fault with
                | NotFinite(row, _, _) -> row
                | _ -> -1L
            | Ok _ -> -1L

        Assert.Equal(1L, Dataset.tryOfValues [ 0.0; nan ] |> row)
        Assert.Equal(1L, Table.FromRows [ [ 0.0 ]; [ nan ] ] |> Dataset.tryOfTable |> row)
        Assert.Equal(1L, array2D [ [ 0.0 ]; [ nan ] ] |> Dataset.tryOfArray2D |> row)
