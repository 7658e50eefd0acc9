package dev.remotesupport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas, examples and records say the same: each of the three is complete, and none is laxer than another. */
class ExamplesTest {

    static Stream<Arguments> examples() {
        return Arrays.stream(Union.values())
                .flatMap(union -> union.examples().entrySet().stream()
                        .map(example -> Arguments.of(union, example.getKey(), example.getValue())));
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageHasASchemaAnExampleAndARecord(Union union) {
        assertThat(union.examples().keySet()).isEqualTo(union.definitions().keySet());
        assertThat(union.recordTypes()).isEqualTo(union.definitions().keySet());
    }

    @Test
    void everyExampleFileBelongsToAUnion() {
        List<String> known = Arrays.stream(Union.values())
                .flatMap(union -> union.examples().keySet().stream().map(type -> union.path + "/" + type + ".json"))
                .sorted()
                .toList();

        assertThat(Resources.tree("examples")).isEqualTo(known);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void exampleValidates(Union union, String type, JsonNode example) {
        assertThat(union.schema().validate(example.toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(example.get("type").textValue()).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void exampleShowsEveryField(Union union, String type, JsonNode example) {
        JsonNode fields = union.definitions().get(type).node().get("properties");

        assertThat(names(example)).isEqualTo(names(fields));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void exampleIsUnchangedAfterARoundTrip(Union union, String type, JsonNode example) throws Exception {
        Object message = union.read(example.toString());

        assertSame(WireJson.write(message), example);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void whatTheSchemaJustAllowsIsReadAndWrittenUnchanged(Union union, String type, JsonNode example) throws Exception {
        for (Mutation mutation : mutations(union, type, example).good()) {
            assertThat(union.schemaAccepts(mutation.frame()))
                    .as("schema, %s", mutation)
                    .isTrue();
            assertSame(WireJson.write(union.read(mutation.frame().toString())), mutation.frame());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void aMissingWrongOrUnboundedFieldIsRefusedBySchemaAndRecord(Union union, String type, JsonNode example) {
        for (Mutation mutation : mutations(union, type, example).bad()) {
            assertThat(union.schemaAccepts(mutation.frame()))
                    .as("schema, %s", mutation)
                    .isFalse();
            assertThat(union.javaAccepts(mutation.frame()))
                    .as("record, %s", mutation)
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void anUnknownTypeIsRefusedAndAnUnknownFieldIgnored(Union union, String type, JsonNode example) {
        ObjectNode unknownType = ((ObjectNode) example.deepCopy()).put("type", type + ".nonsense");
        ObjectNode unknownField = ((ObjectNode) example.deepCopy()).put("fromTheFuture", true);

        assertThat(union.schemaAccepts(unknownType)).isFalse();
        assertThat(union.javaAccepts(unknownType)).isFalse();
        assertThat(union.schemaAccepts(unknownField)).isTrue();
        assertThat(union.javaAccepts(unknownField)).isTrue();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Mutations mutations(Union union, String type, JsonNode example) {
        return Mutations.of(union.definitions().get(type), example);
    }

    /** Compares as JSON, where 640 and 640.0 are one number. */
    private static void assertSame(String actual, JsonNode expected) throws JsonProcessingException {
        JsonNode read = WireJson.mapper().readTree(actual);
        assertThat(expected.equals(ExamplesTest::compareNumbers, read))
                .as("%s is written as %s", expected, read)
                .isTrue();
    }

    private static int compareNumbers(JsonNode a, JsonNode b) {
        boolean numbers = a.isNumber() && b.isNumber();
        boolean same = numbers ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
        return same ? 0 : 1;
    }
}
