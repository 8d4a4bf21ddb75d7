package org.hamgraph.law.junit;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hamgraph.law.Law;
import org.hamgraph.law.Laws;
import org.hamgraph.law.SystemRecipe;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives a {@link LawTest} method one {@link LawCase} after another. */
final class LawExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return Arrays.asList(context.getRequiredTestMethod().getParameterTypes())
                .equals(List.of(LawCase.class));
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        LawTest test = AnnotationSupport.findAnnotation(method, LawTest.class).orElseThrow();
        List<SystemRecipe> recipes = SystemRecipe.some(test.systems(), test.bodies(), test.seed());
        Path folder = Path.of(test.folder(), context.getRequiredTestClass().getSimpleName(), method.getName());
        return laws(test).stream().map(law -> new Invocation(new LawCase(law, recipes, test.seed(), folder)));
    }

    private static List<Law> laws(LawTest test) {
        List<Law> laws = new ArrayList<>(Laws.except(List.of(test.except())));
        if (test.only().length > 0) {
            laws.retainAll(Stream.of(test.only()).map(Laws::named).toList());
        }
        return laws;
    }

    /** One law. */
    private record Invocation(LawCase law) implements TestTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int index) {
            return law.law().name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == LawCase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return law;
        }
    }
}
