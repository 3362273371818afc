namespace rec FsCheck.Xunit

// Stands in for the package FsCheck.Xunit.v3, spelt as there: delete this file once the package restores.

#nowarn 44 // XunitTestCase marks its constructor for deserialisation obsolete.

open System
open System.Diagnostics
open System.Reflection
open System.Runtime.CompilerServices
open System.Runtime.InteropServices
open System.Threading.Tasks
open FsCheck
open global.Xunit
open global.Xunit.v3

/// <summary>A property was falsified, or too few inputs met its precondition.</summary>
type PropertyFailedException(message: string, cause: exn) =
    inherit Exception(message, cause)

/// <summary>Marks a function or method as one test whose arguments FsCheck generates.</summary>
[<AttributeUsage(AttributeTargets.Method ||| AttributeTargets.Property)>]
[<XunitTestCaseDiscoverer(typeof<PropertyDiscoverer>)>]
type PropertyAttribute
    (
        [<CallerFilePath; Optional; DefaultParameterValue(null: string)>] file: string,
        [<CallerLineNumber; Optional; DefaultParameterValue(-1)>] line: int
    ) =
    inherit FactAttribute(file, line)
    let mutable configure: Config -> Config = id
    let set change = configure <- configure >> change

    /// <summary>How many inputs must pass; 100 unless set.</summary>
    member _.MaxTest
        with set (value: int) = set _.WithMaxTest(value)

    /// <summary>How many inputs a precondition may reject.</summary>
    member _.MaxRejected
        with set (value: int) = set _.WithMaxRejected(value)

    /// <summary>The run to repeat, as a failure reports it: "(seed,gamma)" or "(seed,gamma,size)".</summary>
    member _.Replay
        with set (value: string) = set _.WithReplay(PropertyOptions.parseReplay value)

    /// <summary>The size of the first input.</summary>
    member _.StartSize
        with set (value: int) = set _.WithStartSize(value)

    /// <summary>The size of the last input.</summary>
    member _.EndSize
        with set (value: int) = set _.WithEndSize(value)

    /// <summary>Whether to write every input to the test's output.</summary>
    member _.Verbose
        with set (value: bool) =
            let level = if value then Config.Verbose else Config.Quick
            set _.WithEvery(level.Every).WithEveryShrink(level.EveryShrink)

    /// <summary>Whether to write nothing to the test's output when the property holds.</summary>
    member _.QuietOnSuccess
        with set (value: bool) = set _.WithQuietOnSuccess(value)

    /// <summary>Types whose static members supply generators; an earlier type overrides a later one.</summary>
    member _.Arbitrary
        with set (value: Type[]) = set _.WithArbitrary(value)

    member internal _.Configure(config: Config) = configure config

/// <summary>Options for all properties of a module, class or assembly; the innermost that is set counts.</summary>
[<AttributeUsage(AttributeTargets.Class ||| AttributeTargets.Assembly)>]
type PropertiesAttribute() =
    inherit PropertyAttribute()

module internal PropertyOptions =

    let parseReplay (text: string) =
        let numbers = text.Trim('(', ')').Split ',' |> Array.map uint64
        let size = numbers |> Array.tryItem 2 |> Option.map int

        Some
            {
                Rnd = Rnd(numbers[0], numbers[1])
                Size = size
            }

    let apply (scope: ICustomAttributeProvider) config =
        scope.GetCustomAttributes(typeof<PropertyAttribute>, true)
        |> Seq.fold (fun config attribute -> (attribute :?> PropertyAttribute).Configure config) config

    /// The options of the assembly, then of the classes from the outside in, then of the method.
    let configOf (method: IXunitTestMethod) =
        let rec ofClass (inner: Type) =
            match inner with
            | null -> Config.Default |> apply method.TestClass.Class.Assembly
            | _ -> ofClass inner.DeclaringType |> apply inner

        ofClass method.TestClass.Class |> apply method.Method

/// Writes to the test's output, and throws unless the property holds.
type internal PropertyRunner() =
    let write (text: string) =
        if text <> "" then
            TestContext.Current.TestOutputHelper.WriteLine(text.TrimEnd())

    interface IRunner with
        member _.OnStartFixture _ = ()
        member _.OnArguments(number, arguments, every) = write (every number arguments)
        member _.OnShrink(arguments, every) = write (every arguments)

        member _.OnFinished(_, result) =
            match result with
            | FsCheck.TestResult.Passed _ -> write (Runner.onFinishedToString "" result)
            | FsCheck.TestResult.Failed(data, original, shrunk, Outcome.Failed cause, seed, lastSeed, size) ->
                let text = Runner.onFailureToString "" data original shrunk seed lastSeed size
                raise (PropertyFailedException(text, cause))
            | _ -> raise (PropertyFailedException(Runner.onFinishedToString "" result, null))

type internal PropertyTestRunner() =
    inherit XunitTestRunner()

    override _.InvokeTest(context, instance) =
        let check () =
            let clock = Stopwatch.StartNew()
            let config = PropertyOptions.configOf context.Test.TestMethod
            Check.Method(config.WithRunner(PropertyRunner()), context.TestMethod, ?target = Option.ofObj instance)
            clock.Elapsed

        // Check.Method blocks while a Task or Async runs, so it must not hold one of xUnit's threads.
        ValueTask<TimeSpan>(task = Task.Run<TimeSpan> check)

type internal PropertyTestCaseRunner() =
    inherit XunitTestCaseRunner()

    override _.RunTest(case, test) =
        let runner = PropertyTestRunner()

        runner.Run(
            test,
            case.MessageBus,
            case.ConstructorArguments,
            case.ExplicitOption,
            case.Aggregator.Clone(),
            case.CancellationTokenSource,
            case.BeforeAfterTestAttributes
        )

/// <summary>The one test case of a property.</summary>
type PropertyTestCase =
    inherit XunitTestCase

    /// <summary>For deserialisation only.</summary>
    new() = { inherit XunitTestCase() }

    internal new(options, testMethod, attribute) =
        let struct (name, only, skipOn, skip, skipType, skipUnless, skipWhen, file, line, timeout, id, method) =
            TestIntrospectionHelper.GetTestCaseDetails(options, testMethod, attribute, null, Nullable(), null, null)

        let traits = TestIntrospectionHelper.GetTraits(method, null)

        {
            inherit
                XunitTestCase(
                    method,
                    name,
                    id,
                    only,
                    skipOn,
                    skip,
                    skipType,
                    skipUnless,
                    skipWhen,
                    traits,
                    null,
                    file,
                    line,
                    timeout
                )
        }

    interface ISelfExecutingXunitTestCase with
        member this.Run(explicitOption, bus, arguments, aggregator, cancellation) =
            let name, skip = this.TestCaseDisplayName, this.SkipReason
            let tests = this.CreateTests().Result // One test, made on the spot.
            let runner = PropertyTestCaseRunner()
            runner.Run(this, tests, bus, aggregator, cancellation, name, skip, explicitOption, arguments)

/// <summary>Finds the test case of a method marked with <see cref="T:FsCheck.Xunit.PropertyAttribute" />.</summary>
type PropertyDiscoverer() =
    interface IXunitTestCaseDiscoverer with
        member _.Discover(options, testMethod, attribute) =
            ValueTask<_>(result = [| PropertyTestCase(options, testMethod, attribute) :> IXunitTestCase |])
