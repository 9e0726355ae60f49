package jp.tsunagu.procedure.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.BuildingBlock.Use;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** 部品の一覧: what the program offers to diagrams, as its beans declare it. */
@Component
class BuildingBlocks {

    private static final Comparator<Block> ORDER =
            Comparator.comparing(Block::use).thenComparing(Block::name).thenComparing(Block::expression);

    private final List<Block> blocks;

    /**
     * One building block.
     *
     * @param expression what the diagram holds
     * @param delegate true if it is a delegate expression, false if the expression itself acts
     */
    record Block(String name, String description, String expression, boolean delegate, Use use) {}

    @Autowired
    BuildingBlocks(ListableBeanFactory beans) {
        this(declaredBy(beans));
    }

    /** @throws IllegalStateException if two have one name or stand for one expression: nobody could tell them apart */
    BuildingBlocks(List<Block> declared) {
        Set<String> known = new HashSet<>();
        for (Block block : declared) {
            if (!known.add(block.use() + block.name()) || !known.add(block.use() + block.expression())) {
                throw new IllegalStateException("building block declared twice: " + block);
            }
        }
        blocks = declared.stream().sorted(ORDER).toList();
    }

    List<Block> of(Use use) {
        return blocks.stream().filter(block -> block.use() == use).toList();
    }

    private static List<Block> declaredBy(ListableBeanFactory beans) {
        Set<String> names = new TreeSet<>();
        names.addAll(List.of(beans.getBeanNamesForAnnotation(BuildingBlock.class)));
        names.addAll(List.of(beans.getBeanNamesForAnnotation(BuildingBlock.Several.class)));
        List<Block> blocks = new ArrayList<>();
        for (String bean : names) {
            Class<?> type = ClassUtils.getUserClass(beans.getType(bean));
            AnnotatedElementUtils.getMergedRepeatableAnnotations(type, BuildingBlock.class)
                    .forEach(declared -> blocks.add(block(bean, declared)));
        }
        return blocks;
    }

    private static Block block(String bean, BuildingBlock declared) {
        boolean delegate = declared.expression().isEmpty();
        String expression = delegate ? "${" + bean + "}" : declared.expression();
        return new Block(declared.name(), declared.description(), expression, delegate, declared.use());
    }
}
