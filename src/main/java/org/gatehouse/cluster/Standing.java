package org.gatehouse.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How this node stands to the others.
 *
 * @param isGood whether it is with those who go on
 * @param isAgreed whether all that are heard of have the same view of the cluster as this node
 * @param reason why, in a sentence
 * @param view how many members its cluster has
 * @param alive how many nodes the shared list hears of; as many as the view has where there is none
 */
public record Standing(boolean isGood, boolean isAgreed, String reason, int view, int alive) {
  private static final Comparator<Member> LONGEST =
      Comparator.comparing(Member::started).thenComparing(Member::startId);

  /**
   * Compares who is in this node's view with who beats. Where some beat that are not in it, the
   * larger side goes on, of two equal ones that of the node which was started first.
   *
   * @param self this node
   * @param view the members of its view
   */
  static Standing of(Member.Joined self, Set<String> view, List<Member> list) {
    List<Member> alive =
        list.stream()
            .filter(member -> member.joined().isPresent())
            .filter(member -> member.isAlive() || isSelf(self, member))
            .toList();
    Map<Boolean, List<Member>> sides =
        alive.stream().collect(Collectors.partitioningBy(member -> isIn(view, member)));
    List<Member> ours = sides.getOrDefault(true, List.of());
    List<Member> others = sides.getOrDefault(false, List.of());
    boolean agreed =
        alive.stream()
            .filter(member -> !isSelf(self, member))
            .flatMap(member -> member.joined().stream())
            .allMatch(joined -> joined.view().equals(self.view()));
    if (others.isEmpty()) {
      return new Standing(
          true, agreed, "all that are heard of are members", view.size(), alive.size());
    }
    String reason = "not in the same cluster as " + names(others);
    boolean goesOn =
        ours.size() == others.size()
            ? alive.stream().min(LONGEST).filter(ours::contains).isPresent()
            : ours.size() > others.size();
    return new Standing(goesOn, agreed, reason, view.size(), alive.size());
  }

  /** Without a shared list: whether the members are more than half of those expected. */
  static Standing of(int view, int majority) {
    boolean enough = view >= majority;
    String reason = enough ? "enough members" : "fewer members than the majority of " + majority;
    return new Standing(enough, enough, reason, view, view);
  }

  private static boolean isSelf(Member.Joined self, Member member) {
    return isIn(Set.of(self.member()), member);
  }

  private static boolean isIn(Set<String> view, Member member) {
    return member.joined().map(Member.Joined::member).filter(view::contains).isPresent();
  }

  private static String names(List<Member> members) {
    return members.stream().map(Member::node).sorted().collect(Collectors.joining(", "));
  }
}
